import type { RecordViolationAbout, Unmet } from '@roadbook/decider';
import { specification } from '@roadbook/decider/acting';
import { act, by, origin, strictlyEqual } from '../acts.fixture.js';
import type { OfRelease, ViolationRecorded } from './events.js';
import { violationDecider, violationsOf } from './violations.js';

type Violation = ViolationRecorded['data'];

const violations = specification(
  violationDecider,
  { origin, surroundings: undefined },
  strictlyEqual,
);
const untagged = { id: 'version-tagged', missing: 'the version is not tagged' };
const without = (more: Partial<Violation> = {}): Violation => ({
  ...{ command: 'RequestDeployment', rule: 2, version: '1.4.0', candidate: 'c0ffee' },
  missing: [untagged],
  ...more,
});
const record = (more: Partial<Violation> = {}) =>
  act<RecordViolationAbout<OfRelease>>('cio', { type: 'RecordViolation', data: without(more) });
const recorded = (more: Partial<Violation> = {}) =>
  act<ViolationRecorded>('cio', { type: 'ViolationRecorded', data: without(more) });

describe('a violation', () => {
  it('is on record with who tried what, and what was missing', () =>
    violations().when(record()).thenHappens(recorded()));

  it('is recorded once, whatever the words in which it was refused', () => {
    const missing = [{ ...untagged, missing: 'in other words' }];
    violations(recorded()).when(record({ missing })).thenNothing();
  });

  it.each<[string, Partial<Violation>]>([
    ['another command', { command: 'Authorize' }],
    ['another rule', { rule: 1 }],
    ['another release', { version: '1.5.0' }],
    ['another candidate', { candidate: 'f00d' }],
    ['no candidate', { candidate: null }],
    ['other conditions', { missing: [untagged, { id: 'notes-compiled', missing: '' }] }],
  ])('is another one with %s', (_, more) =>
    violations(recorded()).when(record(more)).thenHappens(recorded(more)),
  );

  it('is the same one in another environment, as long as the same is missing', () =>
    violations(recorded({ environment: 'dev' }))
      .when(record({ environment: 'qa' }))
      .thenNothing());

  it('is another one by somebody else', () =>
    violations(recorded()).when(by('jo', record())).thenHappens(recorded()));
});

describe('a refusal', () => {
  const of = { version: '1.4.0', candidate: 'c0ffee' };
  const untested: Unmet = { id: 'test-suite-passed', missing: 'not run' };
  const refused = { refused: [{ ...untagged, rule: 2 }, untested] } as const;

  it('is a violation for each hard rule that refused', () => {
    const direct = { id: 'environment-on-path', missing: 'not on the path' };
    const both = {
      refused: [
        { ...untagged, rule: 2 },
        { ...direct, rule: 1 },
      ],
    } as const;
    expect(violationsOf({ type: 'RequestDeployment' }, of, both)).toStrictEqual([
      without({ rule: 1, missing: [direct] }),
      without(),
    ]);
  });

  it('names what the rule itself was missing', () => {
    expect(violationsOf({ type: 'RequestDeployment' }, of, refused)).toStrictEqual([without()]);
  });

  it('is none for what nobody answered, which nobody did', () => {
    const silent = { id: 'parity-holds', missing: 'no answer', rule: 3, unanswered: true } as const;
    const old = { id: 'parity-verified', missing: 'too old', rule: 3 } as const;
    const request = { type: 'RequestDeployment' } as const;
    expect(violationsOf(request, of, { refused: [silent] })).toStrictEqual([]);
    expect(violationsOf(request, of, { refused: [silent, old] })).toStrictEqual([
      without({ rule: 3, missing: [{ id: old.id, missing: old.missing }] }),
    ]);
  });

  it('says who can supply what is missing', () => {
    const bySomebody = { refused: [{ ...untagged, rule: 2, from: 'cio' }] } as const;
    expect(violationsOf({ type: 'RequestDeployment' }, of, bySomebody)).toStrictEqual([
      without({ missing: [{ ...untagged, from: 'cio' }] }),
    ]);
  });

  it('is none where no hard rule refused', () => {
    const plain = { refused: [untested] } as const;
    expect(violationsOf({ type: 'RequestDeployment' }, of, plain)).toStrictEqual([]);
  });

  it('is none for a command that neither promotes, deploys, tags nor authorizes', () => {
    expect(violationsOf({ type: 'StartRehearsal' }, of, refused)).toStrictEqual([]);
  });
});
