import { Journey, ticketOf } from '../../projections/journey.fixture.js';
import type { Ticket } from '../tickets.js';
import { subjectsOf, toldOf, toldTo } from './told.fixture.js';
import type { ToldOf } from './told.fixture.js';

const version = '1.0.0';

const prepared = (): Journey => new Journey().register().plan(version).prepare(version);
const authorized = (): Journey => prepared().authorize(version, 'promotion');
const live = (): Journey => new Journey().register().goLive(version);

/** What is told from this point of the story on. */
function since(journey: Journey, happens: () => void): ToldOf[] {
  const before = toldOf(journey).length;
  happens();
  return toldOf(journey).slice(before);
}

describe('what roles are told on the way to production', () => {
  it('is every step that somebody has to know of', () => {
    expect(subjectsOf(toldOf(live()))).toStrictEqual([
      ['web 1.0.0 is ready', 'cio cto cpo'],
      ['web 1.0.0 is ready and asks for the authorization of its promotion', 'orchestrator'],
      ['web 1.0.0 is authorized for its promotion', 'cio cto'],
      ['web 1.0.0 passed dev', 'orchestrator cio cto'],
      ['web 1.0.0 passed qa', 'orchestrator cio cto'],
      ['web 1.0.0 passed staging', 'orchestrator cio cto'],
      ['web 1.0.0 has a window proposed', 'orchestrator cio cpo'],
      ['web 1.0.0 has its window confirmed', 'cpo cio cto'],
      ['web 1.0.0 goes to production: clients have to be told', 'cco'],
      ['web 1.0.0 asks for the authorization of production', 'orchestrator'],
      ['web 1.0.0 is about to go to production', 'cto cco'],
      ['web 1.0.0 is authorized for production', 'cio cto cco cpo'],
      ['web 1.0.0 is live', 'orchestrator cio cto cco cpo'],
    ]);
  });

  it('has the rollback plan itself before production: everybody knows how', () => {
    const told = toldOf(live()).filter(
      ({ event }) => event.type === 'ProductionAuthorizationRequested',
    );
    expect(told.flatMap(({ to }) => to)).toStrictEqual(['orchestrator', 'cto', 'cco']);
    const plan = [
      'How it is undone: previous container image, 180 s by estimate, meant for 24 hours after the deployment. The last step verifies it.',
      '1. drain: ops drain (expected: it says ok; 60 s)',
      '2. switch: ops switch (expected: it says ok; 60 s)',
      '3. probe: ops probe (expected: it says ok; 60 s)',
    ].join('\n');
    for (const { text, rollbackPlan, about } of told) {
      expect(text.endsWith(`\n\n${plan}`)).toBe(true);
      expect(rollbackPlan).toMatchObject({ plan: 'plan-1.0.0', validForHours: 24 });
      expect(about).toStrictEqual({ version, environment: 'production' });
    }
  });

  it('has the features of what is live', () => {
    expect(toldOf(live()).at(-1)?.text).toBe(
      [
        'The candidate commit-1.0.0 is in production, and every check passed. What is new:',
        '- What is new in 1.0.0 (T-1.0.0, feature)',
      ].join('\n\n'),
    );
  });

  it('is no longer than an event may be, however much is new', () => {
    const tickets = Array.from({ length: 500 }, (_, index): Ticket => ({
      ...ticketOf(version),
      id: `T-${String(index)}`,
      title: '漢'.repeat(300),
    }));
    const told = toldOf(new Journey().register().goLive(version, { tickets })).at(-1)!;
    expect(told.subject).toBe('web 1.0.0 is live');
    expect(told.text.endsWith('\n- and 400 more')).toBe(true);
    expect(Buffer.byteLength(told.text)).toBeLessThan(128 * 1024);
  });

  it('is who said no, and why', () => {
    const journey = prepared();
    const of = 'promotion';
    journey.release(version, { type: 'RequestAuthorization', data: { of } }, 'cio');
    const [denied] = since(journey, () => {
      journey.release(version, { type: 'Deny', data: { of, reason: 'fair week' } }, 'orchestrator');
    });
    expect(denied).toMatchObject({
      to: ['cio', 'cto'],
      subject: 'web 1.0.0 was denied the authorization of its promotion',
      text: 'Why: fair week\n\nIt can be requested again.',
    });
  });
});

describe('what roles are told of what stops a release', () => {
  it('is a gate that is not passed, while its verdict stands', () => {
    const journey = prepared();
    journey.wait(3_600);
    const report = (verdict: 'failed' | 'inconclusive', occurredAt: string) => {
      const data = {
        gate: 'quality',
        candidate: 'commit-1.0.0',
        tickets: ['T-1.0.0'],
        verdict,
        evidence: { note: 'sums are wrong' },
      } as const;
      journey.release(version, { type: 'ReportGate', data }, 'cqo', { occurredAt });
    };
    const told = since(journey, () => {
      report('failed', '2026-03-02T08:30:00.000Z');
      report('inconclusive', '2026-03-02T07:00:00.000Z');
    });
    expect(subjectsOf(told)).toStrictEqual([
      ['web 1.0.0 is blocked: the quality gate is failed', 'cio cto'],
    ]);
    expect(told[0]?.text).toBe('It is about T-1.0.0 of commit-1.0.0.\n\nsums are wrong');
  });

  it('is a security block, what it voids, the request that it withdraws, and its end', () => {
    const journey = authorized();
    journey.request(version, 'dev');
    const told = since(journey, () => {
      journey.release(version, { type: 'SetSecurityBlock', data: { reason: 'open door' } }, 'cso');
      journey.release(version, { type: 'ClearSecurityBlock', data: { reason: 'shut' } }, 'cso');
    });
    expect(subjectsOf(told)).toStrictEqual([
      ['web 1.0.0 is blocked by the cso', 'orchestrator cio cto cpo'],
      ['web 1.0.0 is blocked: its authorizations are void', 'orchestrator cio'],
      ['web 1.0.0 is blocked: its deployment to dev was withdrawn', 'orchestrator cio'],
      ['web 1.0.0 is not blocked by the cso any more', 'orchestrator cio cto cpo'],
    ]);
    expect(told[2]?.text).toContain('Why: a security block was set: open door.');
  });

  it('is that what a deployer has claimed runs to its end', () => {
    const journey = authorized();
    const deployment = journey.request(version, 'dev');
    journey.release(version, { type: 'ClaimDeployment', data: { deployment } }, 'deployer');
    const [, voided] = since(journey, () => {
      journey.release(version, { type: 'SetSecurityBlock', data: { reason: 'open door' } }, 'cso');
    });
    expect(voided?.text).toBe(
      'Why: a security block was set.\n\nThe deployment to dev is under way and runs to its end; nothing further starts. Once the road is open again, both authorizations are needed anew.',
    );
  });

  it('is a failure, and how it goes on', () => {
    const journey = authorized();
    const deployment = journey.request(version, 'dev');
    journey.deploy(version, deployment);
    const told = since(journey, () => {
      journey.verify(version, 'dev', deployment, 'failed');
    });
    expect(subjectsOf(told)).toStrictEqual([['web 1.0.0 failed in dev', 'orchestrator cio cto']]);
    expect(told[0]?.text).toBe(
      'A check failed. Nothing further starts.\n\nIt is tried again when the cio has recorded a diagnosis and a resolution.',
    );
  });

  it('is that nobody took a request up', () => {
    const journey = authorized();
    const deployment = journey.request(version, 'dev');
    journey.wait(3_600);
    const [told] = since(journey, () => {
      journey.release(version, { type: 'MissDeadline', data: { deployment } }, 'system');
    });
    expect(told?.text).toContain('No deployer took the request up by its deadline.');
  });
});

describe('what roles are told of a rollback', () => {
  it('is that it is required and why, and that production is restored', () => {
    const journey = live().goLive('1.1.0');
    const told = since(journey, () => journey.rollBack('1.1.0'));
    expect(subjectsOf(told)).toStrictEqual([
      ['Rollback required: web 1.1.0', 'orchestrator cio cto'],
      ['Rollback required: web 1.1.0', 'cco'],
      ['Restored: web 1.1.0', 'orchestrator cio cto cpo cco'],
    ]);
    expect(told[0]?.text).toMatch(
      /^Why: errors\n\nConfirmed: began with it\n\nIt goes back to 1\.0\.0; /,
    );
    expect(told[1]?.acknowledge?.address).toBe(
      '/v1/projects/web/releases/1.1.0/rollback/client-communication',
    );
    expect(told[2]?.text).toMatch(/^Production is back at 1\.0\.0, verified, after \d+ s\./);
  });

  it('is that a step failed, and that the ten minutes are used up', () => {
    const journey = live();
    const rollback = journey.startRollback(version);
    const told = since(journey, () => {
      const steps = journey.steps('failed', 2);
      journey.release(
        version,
        { type: 'ReportRollbackSteps', data: { rollback, steps } },
        'deployer',
      );
      journey.wait(600);
      journey.release(version, { type: 'OverrunRollbackBudget', data: { rollback } }, 'system');
    });
    expect(subjectsOf(told)).toStrictEqual([
      ['Rollback incomplete: web 1.0.0', 'orchestrator cio cto'],
      ['Rollback overran its ten minutes: web 1.0.0', 'orchestrator cio cto'],
    ]);
    expect(told[0]?.text).toContain('Why: step 2 is failed.');
  });
});

describe('what the cco is asked for', () => {
  const window = { start: '2026-03-02T10:00:00.000Z', end: '2026-03-02T12:00:00.000Z' };
  const later = { start: '2026-03-02T14:00:00.000Z', end: '2026-03-02T16:00:00.000Z' };
  const communication = `client-communication/${version}/${window.start}/${window.end}`;

  const confirmed = (): Journey => {
    const journey = prepared();
    journey.release(version, { type: 'ProposeWindow', data: window }, 'cio');
    journey.release(version, { type: 'ConfirmWindow', data: window }, 'orchestrator');
    return journey;
  };
  const declare = (journey: Journey, affected: boolean) => {
    const data = { affected, reason: 'nobody uses it yet' };
    journey.release(version, { type: 'DeclareClients', data }, 'cio');
  };

  it('is to tell clients of a confirmed window', () => {
    const [asked] = toldTo('cco', toldOf(confirmed()));
    expect(asked?.acknowledge).toStrictEqual({
      what: 'Acknowledge that clients are told of this version and window',
      address: '/v1/projects/web/releases/1.0.0/client-communication',
      communication,
    });
    expect(asked?.text).toContain('from 2026-03-02 10:00 UTC to 2026-03-02 12:00 UTC');
  });

  it('is nothing where clients are not affected', () => {
    const journey = prepared();
    declare(journey, false);
    journey.release(version, { type: 'ProposeWindow', data: window }, 'cio');
    journey.release(version, { type: 'ConfirmWindow', data: window }, 'orchestrator');
    const [told] = toldTo('cco', toldOf(journey));
    expect(told?.acknowledge).toBeNull();
    expect(told?.text).toContain('there is nothing to acknowledge');
  });

  it('is nothing any more once clients are declared unaffected, and is asked anew once they are not', () => {
    const journey = confirmed();
    const told = since(journey, () => {
      declare(journey, false);
      declare(journey, true);
    });
    expect(
      told.map(({ settles, acknowledge }) => [settles, acknowledge?.communication]),
    ).toStrictEqual([
      [communication, undefined],
      [null, communication],
    ]);
  });

  it('is nothing any more once another window is proposed', () => {
    const journey = confirmed();
    const told = since(journey, () => {
      journey.release(version, { type: 'ProposeWindow', data: later }, 'cio');
      journey.release(version, { type: 'ProposeWindow', data: later }, 'cpo');
    });
    expect(toldTo('cco', told).map(({ settles }) => settles)).toStrictEqual([communication]);
  });

  it('is nothing any more once the window ended unused', () => {
    const journey = confirmed();
    journey.wait(5 * 3600);
    const told = since(journey, () => {
      journey.release(version, { type: 'LapseWindow', data: window }, 'system');
    });
    expect(subjectsOf(told)).toStrictEqual([
      ['web 1.0.0 did not use its window', 'orchestrator cio cpo'],
      ['web 1.0.0 asks for no client communication any more', 'cco'],
    ]);
    expect(told[1]?.settles).toBe(communication);
  });
});
