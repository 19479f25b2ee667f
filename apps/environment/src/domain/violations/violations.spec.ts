import type { RecordViolationAbout } from '@roadbook/decider';
import { specification } from '@roadbook/decider/acting';
import { act, by, origin, strictlyEqual } from '../acts.fixture.js';
import type { PipelineCommand } from '../pipeline/commands.js';
import type { OfEnvironments, ViolationRecorded } from './events.js';
import { violationDecider, violationsOf } from './violations.js';

type Violation = ViolationRecorded['data'];

const violations = specification(
  violationDecider,
  { origin, surroundings: undefined },
  strictlyEqual,
);
const unconfirmed = { id: 'pipeline-change-confirmed', missing: 'it is not confirmed' };
const without = (more: Partial<Violation> = {}): Violation => ({
  ...{ command: 'ReportPipelineDefinition', rule: 4, change: 'shards', environment: null },
  definition: 'b0b',
  missing: [unconfirmed],
  ...more,
});
const record = (more: Partial<Violation> = {}) =>
  act<RecordViolationAbout<OfEnvironments>>('deployer', {
    type: 'RecordViolation',
    data: without(more),
  });
const recorded = (more: Partial<Violation> = {}) =>
  act<ViolationRecorded>('deployer', { type: 'ViolationRecorded', data: without(more) });

describe('a violation', () => {
  it('is recorded once, whatever the words in which it was refused', () => {
    const missing = [{ ...unconfirmed, missing: 'in other words' }];
    violations(recorded()).when(record({ missing })).thenNothing();
  });

  it.each<[string, Partial<Violation>]>([
    ['another rule', { rule: 1 }],
    ['another change', { change: 'cache' }],
    ['no change', { change: null }],
    ['another environment', { environment: 'qa' }],
    ['another definition', { definition: 'f00d' }],
    ['what was found in place, and not refused', { found: 'event-7' }],
  ])('is another one with %s', (_, more) =>
    violations(recorded()).when(record(more)).thenHappens(recorded(more)),
  );

  it('is another one each time that it is found in place', () => {
    const found = recorded({ found: 'event-7' });
    violations(found)
      .when(record({ found: 'event-7' }))
      .thenNothing();
    violations(found)
      .when(record({ found: 'event-9' }))
      .thenHappens(recorded({ found: 'event-9' }));
  });

  it('is another one by somebody else', () =>
    violations(recorded()).when(by('cd', record())).thenHappens(recorded()));
});

describe('a refusal', () => {
  const refused = { refused: [{ ...unconfirmed, rule: 4 }] } as const;
  const report: PipelineCommand = {
    type: 'ReportPipelineDefinition',
    data: { definition: 'b0b', name: null, link: null, change: 'shards' },
  };

  it('is a violation that says what it was about', () => {
    expect(violationsOf(report, refused)).toStrictEqual([without()]);
  });

  it('is none where no hard rule refused', () => {
    expect(violationsOf(report, { refused: [unconfirmed] })).toStrictEqual([]);
  });

  it('is none for a command that implements nothing', () => {
    const confirm = { type: 'ConfirmPipelineChange', data: { change: 'shards' } } as const;
    expect(violationsOf(confirm, refused)).toStrictEqual([]);
  });
});
