import type { Attempt, AttemptEnd, DeploymentLog } from '../../projections/deployment-log/row.js';
import { deploymentLogDocument } from './document.js';
import { deploymentLogMarkdown } from './markdown.js';

const row = {
  project: 'web',
  version: '1.0.0',
  kind: 'standard',
  targetings: [[{ id: 'T-1', title: 'One', type: 'fix' }]],
  planValidForHours: 24,
  logs: [],
} as const;

const at = (time: string): string => `2026-03-02T${time}:00.000Z`;

const log = (...attempts: readonly Attempt[]): DeploymentLog => ({
  candidate: 'c1',
  preparations: [{ revision: 1, recordedAt: at('08:00'), targeting: 0, planValidForHours: 24 }],
  grants: [],
  attempts,
});

const attempt = (more: Partial<Attempt> = {}): Attempt => ({
  revision: 2,
  recordedAt: at('09:00'),
  deployment: 'd1',
  environment: 'dev',
  attempt: 1,
  requestedBy: 'cio',
  claimedAt: at('09:01'),
  checks: [],
  ...more,
});

const end = (outcome: AttemptEnd['outcome'], phase: AttemptEnd['phase']): AttemptEnd => ({
  revision: 3,
  recordedAt: at('09:30'),
  commandId: 'command',
  outcome,
  phase,
});

/** Result and notes of the only attempt. */
const entry = (only: Attempt) => {
  const { result, notes } = deploymentLogDocument(row, log(only)).promotionPath[0]!;
  return [result, ...notes];
};

describe('an entry of the deployment log', () => {
  it('names a deployment that errored, with what that rests on', () => {
    const evidence = { note: 'no runner', link: 'https://ci.example/1' };
    const reported = { at: at('09:10'), outcome: 'errored', evidence } as const;
    expect(entry(attempt({ reported, ended: end('errored', 'deploying') }))).toStrictEqual([
      'FAIL',
      'deployment errored: no runner, https://ci.example/1',
    ]);
  });

  it('says that it had ended otherwise, and what was reported later', () => {
    const checks = [
      { check: 'smoke-tests', verdict: 'failed', evidence: { digest: 'abc' }, at: at('09:20') },
    ] as const;
    const overturned = { ...end('failed', 'verifying'), before: 'passed' } as const;
    expect(entry(attempt({ checks, ended: overturned }))).toStrictEqual([
      'FAIL',
      'ended passed, which a later verdict has withdrawn',
      'smoke-tests failed: abc',
    ]);
    const late = { at: at('11:30'), outcome: 'succeeded', evidence: { note: 'slow' } } as const;
    expect(entry(attempt({ reported: late, ended: end('unanswered', 'deploying') }))).toStrictEqual(
      ['FAIL', 'unanswered: the deployer did not report', 'reported later: succeeded: slow'],
    );
  });

  it('names the checks that failed or were inconclusive', () => {
    const checks = [
      { check: 'smoke-tests', verdict: 'failed', evidence: { digest: 'abc' }, at: at('09:20') },
      { check: 'full-test-suite', verdict: 'inconclusive', evidence: {}, at: at('09:20') },
    ] as const;
    expect(entry(attempt({ checks, ended: end('failed', 'verifying') }))).toStrictEqual([
      'FAIL',
      'smoke-tests failed: abc',
      'full-test-suite inconclusive',
    ]);
  });

  it.each([
    ['requested', 'unanswered: no deployer took it up by 10:00'],
    ['deploying', 'unanswered: the deployer did not report by 10:00'],
    ['verifying', 'unanswered: not every check had passed by 10:00'],
  ] as const)('says what was not answered while it was %s', (phase, note) => {
    const unanswered = attempt({ missed: at('10:00'), ended: end('unanswered', phase) });
    expect(entry(unanswered)).toStrictEqual(['FAIL', note]);
  });

  it('has no result where the request was withdrawn', () => {
    const withdrawn = attempt({
      withdrawnBecause: 'a gate turned red',
      ended: end('withdrawn', 'requested'),
    });
    expect(entry(withdrawn)).toStrictEqual([null, 'withdrawn: a gate turned red']);
  });

  it('has no result where a rollback ended it', () => {
    const ended = end('withdrawn', 'verifying');
    expect(entry(attempt({ ended }))).toStrictEqual([null, 'ended by the rollback']);
  });

  it('counts the attempts, and tells what a failure led to', () => {
    const diagnosed = { revision: 4, diagnosis: 'a typo', resolution: 'corrected' };
    const second = attempt({ attempt: 2, diagnosed, ended: end('failed', 'deploying') });
    expect(entry(second)).toStrictEqual([
      'FAIL',
      'attempt 2',
      'deployment failed',
      'diagnosis: a typo',
      'resolution: corrected',
    ]);
  });

  it.each([
    [{ claimedAt: undefined }, 'in progress: waiting for a deployer'],
    [{}, 'in progress: waiting for the report'],
    [
      { reported: { at: at('09:10'), outcome: 'succeeded', evidence: {} } as const },
      'in progress: waiting for its checks',
    ],
  ])('says what an open one waits for', (more, note) => {
    expect(entry(attempt(more))).toStrictEqual([null, note]);
  });
});

describe('a deployment log', () => {
  const closed = { revision: 9, result: 'FAILED', commandId: 'command' } as const;

  it('has the date of its preparation until something is deployed', () => {
    const { date, environment, deployedBy, duration } = deploymentLogDocument(row, log());
    expect({ date, environment, deployedBy, duration }).toStrictEqual({
      date: at('08:00'),
      environment: null,
      deployedBy: { role: 'CIO', actor: null },
      duration: { start: null, end: null, totalMinutes: null },
    });
  });

  it('did not reach an environment whose request nobody took up', () => {
    const passed = attempt({ ended: end('passed', 'verifying') });
    const withdrawn = attempt({
      environment: 'qa',
      claimedAt: undefined,
      ended: end('withdrawn', 'requested'),
    });
    expect(deploymentLogDocument(row, log(passed, withdrawn)).environment).toBe('dev');
  });

  it('ends only when it is closed', () => {
    const passed = attempt({ ended: end('passed', 'verifying') });
    expect(deploymentLogDocument(row, log(passed)).duration.end).toBeNull();
    expect(deploymentLogDocument(row, { ...log(passed), closed }).duration).toStrictEqual({
      start: at('09:00'),
      end: at('09:30'),
      totalMinutes: 30,
    });
  });

  it('lasts as long as was reported, where both ends were', () => {
    const first = attempt({
      occurredAt: at('07:00'),
      ended: { ...end('passed', 'verifying'), occurredAt: at('08:15') },
    });
    expect(deploymentLogDocument(row, { ...log(first), closed }).duration).toStrictEqual({
      start: at('07:00'),
      end: at('08:15'),
      totalMinutes: 75,
    });
  });

  it.each([undefined, '2020-01-01T00:00:00.000Z'])(
    'lasts as long as was recorded, where the reported end is %s',
    (occurredAt) => {
      const first = attempt({
        occurredAt: '2021-01-01T00:00:00.000Z',
        ended: { ...end('passed', 'verifying'), occurredAt },
      });
      const { duration } = deploymentLogDocument(row, { ...log(first), closed });
      expect(duration).toStrictEqual({ start: at('09:00'), end: at('09:30'), totalMinutes: 30 });
    },
  );

  it('shows dashes and "not yet" for what has not happened', () => {
    const markdown = deploymentLogMarkdown(deploymentLogDocument(row, log()));
    const lines = markdown.split('\n').filter((line) => line.includes('—'));
    expect(lines).toStrictEqual([
      '## DEPLOYMENT LOG — v1.0.0',
      '**Environment:** —',
      '**Deployed by:** CIO — not yet',
      '**Authorized by:** Orchestrator — not yet',
      '| dev | — | — |  |',
      '| qa | — | — |  |',
      '| staging | — | — |  |',
      '| production | — | — |  |',
      'Deployment start: —',
      'Deployment end: —',
      'Total duration: — minutes',
    ]);
  });
});
