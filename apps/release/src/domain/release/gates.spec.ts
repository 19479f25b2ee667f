import type { Gate } from '@roadbook/decider';
import type { History } from '@roadbook/decider/acting';
import { as, at, by, reportedAt } from '../acts.fixture.js';
import { eligibility } from '../eligibility.js';
import type { ReleaseEvent } from './events.js';
import { time } from '../acts.fixture.js';
import {
  chosen,
  evidence,
  gate,
  merged,
  planned,
  retargeted,
  testSuite,
  ticket,
  widened,
} from './history.fixture.js';
import { reportGate, reportTestSuite } from './orders.fixture.js';
import { live, release, surroundings } from './release.fixture.js';

const begun = [planned(), merged(), chosen()];

/** What a condition finds of the release after this history. */
function found(id: string, ...history: History<ReleaseEvent>[]) {
  const { state } = release(...history);
  if (state.situation === 'unplanned') throw new Error('the release has to be planned');
  const standpoint = { release: state, surroundings, at: time('10:00') };
  const { answers } = eligibility({ ...standpoint, environment: 'dev' });
  const finding = answers.find((answer) => answer.id === id)?.finding;
  return finding?.met === false ? finding.missing : (finding?.event ?? finding?.met);
}

describe('reporting a gate', () => {
  it('covers many tickets in one report', () =>
    release(...begun)
      .when(reportGate('quality'))
      .thenHappens(gate('quality')));

  it('is all or nothing: one ticket that is not targeted refuses the report', () =>
    release(...begun)
      .when(reportGate('quality', 'passed', ['T-1', 'T-9']))
      .thenRefusedBy('tickets-targeted', 'not targeted by this release: T-9'));

  it('refuses tickets to which the gate does not apply', () => {
    release(...begun)
      .when(reportGate('design', 'passed', ['T-1', 'T-2']))
      .thenRefusedBy('gate-applies', 'the design gate does not apply to T-1: no UI ticket');
    release(...begun)
      .when(reportGate('security', 'passed', ['T-1']))
      .thenRefusedBy('gate-applies', 'the security gate does not apply to T-1: no security scope');
  });

  it('refuses a commit that never was a candidate', () =>
    release(...begun)
      .when(reportGate('quality', 'passed', ['T-1'], 'dead10cc'))
      .thenRefusedBy('candidate-known', 'dead10cc is not and was not a candidate of this release'));

  it('refuses a verdict that rests on nothing', () => {
    const { what, origin } = reportGate('quality');
    if (what.type !== 'ReportGate') throw new Error('this is about gates');
    for (const nothing of [{}, { note: ' ' }])
      release(...begun)
        .when({ what: { ...what, data: { ...what.data, evidence: nothing } }, origin })
        .thenRefusedBy('evidence-given', 'a verdict rests on evidence: a link, a digest or a note');
  });

  it.each<[Gate, string, 'cqo' | 'cdo' | 'cso']>([
    ['quality', 'cqo', 'cdo'],
    ['design', 'cdo', 'cso'],
    ['security', 'cso', 'cqo'],
  ])('takes the %s gate from the %s only', (name, own, other) =>
    release(...begun)
      .when(as(other, reportGate(name)))
      .thenRefusedBy('role-permitted', `this is for ${own}, not for ${other}`),
  );

  it('refuses the gate of somebody who reported another one, whatever their roles', () =>
    release(...begun, by('jo', gate('quality')))
      .when(by('jo', reportGate('security')))
      .thenRefusedBy(
        'gates-reported-apart',
        'this identity reported the quality gate on this release, so another one has to report the security gate',
      ));

  it('is recorded after the release went live, and changes nothing there', () =>
    release(...live)
      .when(reportGate('quality', 'failed'))
      .thenHappens(gate('quality', 'failed')));
});

describe('of the verdicts on a ticket', () => {
  const standing = (...history: History<ReleaseEvent>[]) =>
    found('quality-gate-passed', ...begun, gate('quality', 'passed', ['T-2']), ...history);
  const failed = 'waiting for the quality gate of T-1 (failed)';
  const passed = (clock: string) => reportedAt(clock, gate('quality', 'passed', ['T-1']));
  const red = (clock: string) => reportedAt(clock, gate('quality', 'failed', ['T-1']));

  it('the one with the later reporter’s time stands, in whatever order they arrive', () => {
    expect(standing(passed('09:00'), red('09:01'))).toBe(failed);
    expect(standing(red('09:01'), passed('09:00'))).toBe(failed);
    expect(standing(red('09:00'), passed('09:01'))).toBe('GateReported#3');
  });

  it('the worse one stands at equal times', () => {
    expect(standing(passed('09:00'), red('09:00'))).toBe(failed);
    expect(standing(red('09:00'), passed('09:00'))).toBe(failed);
    expect(
      standing(reportedAt('09:00', gate('quality', 'inconclusive', ['T-1'])), passed('09:00')),
    ).toBe('waiting for the quality gate of T-1 (inconclusive)');
  });

  it('a late older one is recorded once', () => {
    const late = reportedAt('08:00', reportGate('quality', 'failed', ['T-1']));
    release(...begun, passed('09:00'))
      .when(late)
      .thenHappens(gate('quality', 'failed', ['T-1']));
    release(...begun, passed('09:00'), red('08:00'))
      .when(late)
      .thenNothing();
    expect(standing(passed('09:00'), red('08:00'))).toBe('GateReported#2');
  });

  it('what has no reporter’s time counts from when it was recorded', () => {
    const reported = at('10:05', gate('quality', 'passed', ['T-1']));
    expect(standing(reported, red('10:04'))).toBe('GateReported#2');
    expect(standing(reported, red('10:06'))).toBe(failed);
  });

  it('those of a replaced candidate do not count', () => {
    expect(standing(passed('09:00'), chosen('f00d', 'c0ffee'))).toBe(
      'waiting for the quality gate of T-1, T-2',
    );
  });

  it('a ticket that is called like what every object has counts as any other', () => {
    const odd = [ticket('constructor'), ticket('__proto__')];
    const ids = odd.map(({ id }) => id);
    expect(
      found(
        'quality-gate-passed',
        planned({ tickets: odd }),
        chosen(),
        gate('quality', 'passed', ids),
      ),
    ).toBe('GateReported#1');
  });
});

describe('a duplicate of a gate report', () => {
  const early = reportedAt('09:00', gate('quality'));
  const again = reportedAt('09:00', reportGate('quality'));

  it('is silent, however late', () =>
    release(...begun, early, reportedAt('09:30', gate('quality', 'failed')))
      .when(again)
      .thenNothing());

  it('is silent after the candidate was replaced', () =>
    release(...begun, early, chosen('f00d', 'c0ffee'))
      .when(again)
      .thenNothing());

  it('is silent after its tickets were retargeted', () =>
    release(...begun, early, retargeted(ticket('T-3')))
      .when(again)
      .thenNothing());
});

describe('a gate report without a reporter’s time', () => {
  const failures = [
    at('10:01', gate('quality', 'failed')),
    at('10:30', gate('quality', 'failed')),
  ] as const;

  it('is one of its own, though it says what stands already', () =>
    release(...begun, failures[0])
      .when(at('10:30', reportGate('quality', 'failed')))
      .thenTypes('GateReported'));

  it('is not outdone by one of before it that comes late', () => {
    const late = reportedAt('10:15', gate('quality'));
    expect(found('quality-gate-passed', ...begun, ...failures, late)).toContain('failed');
  });
});

describe('a verdict on a replaced candidate', () => {
  it('is recorded once', () => {
    const replaced = [...begun, chosen('f00d', 'c0ffee')];
    release(...replaced)
      .when(reportGate('quality'))
      .thenHappens(gate('quality'));
    release(...replaced, reportedAt('09:00', gate('quality')))
      .when(reportedAt('09:00', reportGate('quality')))
      .thenNothing();
    release(...replaced)
      .when(reportTestSuite('failed'))
      .thenHappens(testSuite('failed'));
    release(...replaced, reportedAt('09:00', testSuite('failed')))
      .when(reportedAt('09:00', reportTestSuite('failed')))
      .thenNothing();
  });
});

describe('reporting the test suite', () => {
  it('is accepted for the candidate', () =>
    release(...begun)
      .when(reportTestSuite())
      .thenHappens(testSuite()));

  it('is silent for a duplicate', () =>
    release(...begun, reportedAt('09:00', testSuite()))
      .when(reportedAt('09:00', reportTestSuite()))
      .thenNothing());

  it('refuses a commit that never was a candidate', () =>
    release(...begun)
      .when(reportTestSuite('passed', 'dead10cc'))
      .thenRefusedBy('candidate-known', 'dead10cc is not and was not a candidate of this release'));

  it('refuses a verdict that rests on nothing', () =>
    release(...begun)
      .when({
        ...reportTestSuite(),
        what: {
          type: 'ReportTestSuite',
          data: { candidate: 'c0ffee', verdict: 'passed', evidence: { link: '' } },
        },
      })
      .thenRefusedBy('evidence-given', 'a verdict rests on evidence: a link, a digest or a note'));

  it('lets a later run withdraw an earlier one, and records a late older one once', () => {
    const green = reportedAt('09:00', testSuite());
    const red = reportedAt('08:00', testSuite('failed'));
    expect(found('test-suite-passed', ...begun, green, red)).toBe('TestSuiteReported#1');
    expect(found('test-suite-passed', ...begun, red, green)).toBe('TestSuiteReported#2');
    expect(
      found('test-suite-passed', ...begun, green, reportedAt('09:01', testSuite('failed'))),
    ).toBe('the full test suite is failed on this candidate');
    release(...begun, green, red)
      .when(reportedAt('08:00', reportTestSuite('failed')))
      .thenNothing();
  });
});

describe('a widened scope', () => {
  it('asks for the security gate of a ticket that had none', () => {
    expect(found('security-gate-passed', ...begun, widened('T-1', 'pii'), gate('security'))).toBe(
      'waiting for the security gate of T-1',
    );
  });
});

it('evidence may be a link, a digest or a note', () => {
  for (const one of [evidence, { digest: 'sha256:1' }, { note: 'seen' }])
    release(...begun)
      .when({
        ...reportTestSuite(),
        what: {
          type: 'ReportTestSuite',
          data: { candidate: 'c0ffee', verdict: 'passed', evidence: one },
        },
      })
      .thenTypes('TestSuiteReported');
});
