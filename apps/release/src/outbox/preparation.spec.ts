import { Journey, ticketOf } from '../projections/journey.fixture.js';
import { digestOf, published, saidIn } from './published.fixture.js';

const version = '1.0.0';

const step = (action: string) => ({
  action,
  command: `ops ${action}`,
  expected: 'it says ok',
  estimateSeconds: 60,
});

const planOnTheWire = {
  plan: digestOf('plan-1.0.0'),
  method: 'previous container image',
  steps: [step('drain'), step('switch')],
  verification: step('probe'),
  validForHours: 24,
};

const prepared = (): Journey => new Journey().register().plan(version).prepare(version);

describe('what is told of a prepared release', () => {
  it('has its tickets, its notes and its plan', async () => {
    const journey = prepared();
    const event = journey.log.find(({ type }) => type === 'ReleasePrepared')!;
    const [said] = saidIn(await published(journey), 'roadbook.release-prepared.v1');
    expect(said).toStrictEqual({
      project: 'web',
      version,
      event: event.id,
      recordedAt: event.recordedAt,
      actor: event.actor,
      role: event.role,
      candidate: 'commit-1.0.0',
      kind: 'standard',
      breaking: false,
      tickets: [ticketOf(version)],
      notes: {
        whatsNew: [{ ticket: 'T-1.0.0', description: 'What is new in 1.0.0', type: 'feature' }],
        knownIssues: [],
        breakingChanges: [],
        migrationNotes: [],
      },
      rollbackPlan: planOnTheWire,
      replaces: null,
    });
  });

  it('names the event by which the candidate before was prepared', async () => {
    const journey = prepared().prepare(version, 'another');
    const events = journey.log.filter(({ type }) => type === 'ReleasePrepared');
    const said = saidIn(await published(journey), 'roadbook.release-prepared.v1');
    expect(said.map(({ candidate, replaces }) => [candidate, replaces])).toStrictEqual([
      ['commit-1.0.0', null],
      ['another', events[0]?.id],
    ]);
  });
});

describe('what is told on the way to a prepared release', () => {
  it('is each candidate, with the one that it replaces', async () => {
    const said = saidIn(
      await published(prepared().prepare(version, 'another')),
      'roadbook.candidate-chosen.v1',
    );
    expect(said.map(({ candidate, replaces }) => [candidate, replaces])).toStrictEqual([
      ['commit-1.0.0', null],
      ['another', 'commit-1.0.0'],
    ]);
  });

  it('is each verdict with its evidence', async () => {
    const [said] = saidIn(await published(prepared()), 'roadbook.gate-recorded.v1');
    expect(said).toMatchObject({
      actor: 'cqo',
      role: 'cqo',
      gate: 'quality',
      candidate: 'commit-1.0.0',
      tickets: ['T-1.0.0'],
      verdict: 'passed',
      evidence: { link: 'https://quality/1.0.0' },
    });
  });

  it('is a security block, what it voids, and its clearance', async () => {
    const journey = prepared().authorize(version, 'promotion');
    journey.release(version, { type: 'SetSecurityBlock', data: { reason: 'open door' } }, 'cso');
    journey.release(version, { type: 'ClearSecurityBlock', data: { reason: 'shut' } }, 'cso');
    const messages = await published(journey);
    expect(saidIn(messages, 'roadbook.security-block-set.v1')[0]).toMatchObject({
      reason: 'open door',
      role: 'cso',
    });
    expect(saidIn(messages, 'roadbook.authorizations-voided.v1')[0]).toMatchObject({
      candidate: 'commit-1.0.0',
      reason: 'a security block was set',
    });
    expect(saidIn(messages, 'roadbook.security-block-cleared.v1')[0]).toMatchObject({
      reason: 'shut',
    });
  });

  it('is that it was given up, and that its log is closed without a deployment', async () => {
    const journey = prepared();
    journey.release(version, { type: 'WithdrawRelease', data: { reason: 'not now' } }, 'cio');
    const messages = await published(journey);
    expect(saidIn(messages, 'roadbook.release-withdrawn.v1')[0]).toMatchObject({
      candidate: 'commit-1.0.0',
      reason: 'not now',
    });
    expect(saidIn(messages, 'roadbook.deployment-log-closed.v1')[0]).toMatchObject({
      result: 'FAILED',
      path: [],
      startedAt: null,
      durationSeconds: null,
    });
  });

  it('is that one was given up that never had a candidate', async () => {
    const journey = new Journey().register().plan(version);
    journey.release(version, { type: 'WithdrawRelease', data: { reason: 'not now' } }, 'cio');
    const [said] = saidIn(await published(journey), 'roadbook.release-withdrawn.v1');
    expect(said?.candidate).toBeNull();
  });
});

describe('what is told of authorizations and windows', () => {
  it('is which of the two was asked for and granted', async () => {
    const messages = await published(new Journey().register().goLive(version));
    for (const type of [
      'roadbook.authorization-requested.v1',
      'roadbook.authorization-granted.v1',
    ] as const)
      expect(saidIn(messages, type).map(({ of, candidate }) => [of, candidate])).toStrictEqual([
        ['promotion', 'commit-1.0.0'],
        ['production', 'commit-1.0.0'],
      ]);
  });

  it('is a no, with its reason', async () => {
    const journey = prepared();
    const of = 'promotion';
    journey.release(version, { type: 'RequestAuthorization', data: { of } }, 'cio');
    journey.release(version, { type: 'Deny', data: { of, reason: 'fair week' } }, 'orchestrator');
    const [said] = saidIn(await published(journey), 'roadbook.authorization-denied.v1');
    expect(said).toMatchObject({ of, candidate: 'commit-1.0.0', reason: 'fair week' });
  });

  it('is a window that is proposed, confirmed, and ends unused', async () => {
    const journey = prepared();
    const window = { start: '2026-03-02T09:00:00.000Z', end: '2026-03-02T10:00:00.000Z' };
    journey.release(version, { type: 'ProposeWindow', data: window }, 'cpo');
    journey.release(version, { type: 'ConfirmWindow', data: window }, 'orchestrator');
    journey.wait(7200);
    journey.release(version, { type: 'LapseWindow', data: window }, 'system');
    const messages = await published(journey);
    expect(saidIn(messages, 'roadbook.window-proposed.v1')[0]).toMatchObject({
      ...window,
      role: 'cpo',
    });
    expect(saidIn(messages, 'roadbook.window-confirmed.v1')[0]).toMatchObject({
      ...window,
      role: 'orchestrator',
    });
    expect(saidIn(messages, 'roadbook.window-lapsed.v1')[0]).toMatchObject({
      ...window,
      role: 'system',
    });
  });
});
