import { specification } from '@roadbook/decider';
import { act, as, at, origin, strictlyEqual, time } from '../acts.fixture.js';
import type { EnvironmentAnswerCommand } from './commands.js';
import { environmentAnswerDecider } from './decide.js';
import type { EnvironmentAnswerEvent } from './events.js';

const answers = specification(
  environmentAnswerDecider,
  { origin, surroundings: undefined },
  strictlyEqual,
);
const mirrors = { staging: 'mirrors', qa: 'mirrors', drift: [] } as const;
const confirmed = { state: 'confirmed', changes: [] } as const;

const reportParity = act<EnvironmentAnswerCommand>('deployer', {
  type: 'ReportParity',
  data: mirrors,
});
const parityReported = act<EnvironmentAnswerEvent>('deployer', {
  type: 'ParityReported',
  data: mirrors,
});
const reportPipeline = act<EnvironmentAnswerCommand>('deployer', {
  type: 'ReportPipeline',
  data: confirmed,
});
const pipelineReported = act<EnvironmentAnswerEvent>('deployer', {
  type: 'PipelineReported',
  data: confirmed,
});

const forDeployers = 'this is for deployer, not for cio';

describe('reporting parity', () => {
  it('is on record as it was observed', () =>
    answers().when(reportParity).thenHappens(parityReported));

  it('is recorded again when nothing has changed: when it was observed is what counts', () => {
    const again = answers(parityReported, at('10:30', parityReported));
    again.when(reportParity).thenHappens(parityReported);
    expect(again.state.parity).toStrictEqual({
      ...{ id: 'ParityReported#2', answeredAt: time('10:30') },
      ...mirrors,
    });
  });

  it('is for deployers', () =>
    answers().when(as('cio', reportParity)).thenRefusedBy('answers-from-deployer', forDeployers));
});

describe('reporting the pipeline', () => {
  it('is on record as it was observed', () =>
    answers().when(reportPipeline).thenHappens(pipelineReported));

  it('leaves what was said of parity as it is', () => {
    const { state } = answers(parityReported, at('10:30', pipelineReported));
    expect(state.pipeline).toStrictEqual({
      ...{ id: 'PipelineReported#1', answeredAt: time('10:30') },
      ...confirmed,
    });
    expect(state.parity.answeredAt).toBe(time('10:00'));
  });

  it('is for deployers', () =>
    answers().when(as('cio', reportPipeline)).thenRefusedBy('answers-from-deployer', forDeployers));
});
