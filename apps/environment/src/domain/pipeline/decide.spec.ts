import { act, at, reportedAt } from '../acts.fixture.js';
import type { PipelineCommandType } from './commands.js';
import { annotated, nothing, opened, pipeline } from './history.fixture.js';
import {
  annotateChange,
  confirmChange,
  openPipeline,
  orderReversal,
  reportDefinition,
  verifyPipeline,
  withdrawChange,
} from './orders.fixture.js';

const unknown =
  'this project is not known here; if it was registered a moment ago, try again, else an orchestrator can register it';

describe('the pipeline of a project', () => {
  it('is opened when the project is heard of', () =>
    nothing().when(openPipeline()).thenHappens(opened()));

  it('is opened once', () => pipeline().when(openPipeline()).thenNothing());

  it.each([
    annotateChange(),
    confirmChange(),
    withdrawChange(),
    orderReversal(),
    reportDefinition('a'),
    verifyPipeline(),
  ])('of an unknown project takes no $what.type', (order) =>
    nothing().when(order).thenRefusedBy('project-known', unknown),
  );

  it.each<[PipelineCommandType, string]>([
    ['OpenPipeline', 'system'],
    ['AnnotatePipelineChange', 'cio'],
    ['ConfirmPipelineChange', 'cto or cio'],
    ['WithdrawPipelineChange', 'cio'],
    ['ReportPipelineDefinition', 'deployer'],
    ['OrderPipelineReversal', 'cio'],
    ['VerifyPipeline', 'cio or deployer or system'],
  ])('takes %s from %s', (type, roles) =>
    pipeline()
      .when(act('auditor', { type, data: {} } as never))
      .thenRefused(`this is for ${roles}, not for auditor`),
  );

  it('takes no time that lies ahead', () =>
    pipeline()
      .when(reportedAt('10:02', annotateChange()))
      .thenRefused(
        'the occurred time 2026-03-02T10:02:00.000Z lies more than 60 s ahead of 2026-03-02T10:00:00.000Z',
      ));

  it('takes a time that lies before', () =>
    pipeline()
      .when(reportedAt('09:00', at('10:00', annotateChange())))
      .thenHappens(annotated()));
});
