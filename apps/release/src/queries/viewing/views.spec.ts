import { NotYetHappened, UnknownProject } from '@roadbook/questions';
import { Journey } from '../../projections/journey.fixture.js';
import { Answering } from '../answering.fixture.js';
import { GetChecklist } from '../documents/get-checklist.js';
import { UnknownRelease } from '../errors.js';
import { GetEligibility } from '../releases/get-eligibility.js';
import { GetRelease } from '../releases/get-release.js';

describe('a release', () => {
  let answering: Answering;
  let journey: Journey;

  beforeAll(async () => {
    journey = new Journey().register().goLive('1.0.0').goLive('1.1.0');
    answering = await Answering.about(journey);
  });

  afterAll(() => answering.stop());

  const events = () => journey.log.filter(({ stream }) => stream === 'release-web@1.0.0');
  const first = (type: string) => events().find((event) => event.type === type)!;

  it('is shown as it stands', async () => {
    const last = events().at(-1)!;
    expect(await answering.ask(new GetRelease('web', '1.0.0'))).toMatchObject({
      project: 'web',
      version: '1.0.0',
      kind: 'standard',
      state: 'replaced',
      breaking: false,
      candidate: 'commit-1.0.0',
      replacedCandidates: [],
      tickets: [{ id: 'T-1.0.0', merged: true, gates: [{ gate: 'quality', verdict: 'passed' }] }],
      path: [
        { environment: 'dev', state: 'passed' },
        { environment: 'qa', state: 'passed' },
        { environment: 'staging', state: 'passed' },
        { environment: 'production', state: 'passed', attempt: 1, deadline: null },
      ],
      promotion: { state: 'granted', by: 'orchestrator' },
      production: { state: 'granted', by: 'orchestrator' },
      window: { state: 'confirmed', by: 'orchestrator' },
      securityBlock: null,
      clientsAffected: true,
      rollbackPlan: { plan: 'plan-1.0.0', review: 'passed', rehearsal: { verdict: 'passed' } },
      rollback: null,
      waiting: { environment: null, missing: [], roles: [] },
      liveAt: last.recordedAt,
      changedAt: last.recordedAt,
      at: journey.now,
      revision: last.revision,
    });
  });

  it('is the same by replay of everything', async () => {
    const point = { revision: events().length - 1 };
    const now = await answering.ask(new GetRelease('web', '1.1.0'));
    const then = await answering.ask(new GetRelease('web', '1.1.0', { at: journey.now }));
    expect(then).toStrictEqual(now);
    const byRevision = await answering.ask(new GetRelease('web', '1.1.0', point));
    // The road hears of it in the next append, and time has gone on.
    expect(byRevision).toStrictEqual({ ...now, at: byRevision.changedAt });
  });

  it('is shown as it stood at a time', async () => {
    const at = first('PromotionAuthorized').recordedAt;
    const before = new Date(Date.parse(at) - 1).toISOString();
    expect(await answering.ask(new GetRelease('web', '1.0.0', { at }))).toMatchObject({
      state: 'prepared',
      promotion: { state: 'granted' },
      waiting: { environment: 'dev', missing: [{ id: 'deployment-requested' }] },
      at,
      revision: first('PromotionAuthorized').revision,
    });
    expect(await answering.ask(new GetRelease('web', '1.0.0', { at: before }))).toMatchObject({
      promotion: { state: 'requested' },
    });
  });

  it('is shown as it stood at a revision, with the road of that moment', async () => {
    const { revision, recordedAt } = events().at(-1)!;
    expect(await answering.ask(new GetRelease('web', '1.0.0', { revision }))).toMatchObject({
      state: 'in-production',
      at: recordedAt,
      revision,
    });
  });

  it('has a checklist, now and then', async () => {
    const states = async (point?: { revision: number }) => {
      const { items } = await answering.ask(new GetChecklist('web', '1.0.0', point));
      return Object.fromEntries(items.map(({ id, state }) => [id, state]));
    };
    expect(await states()).toMatchObject({ tickets: 'met', 'sign-off': 'met', clients: 'met' });
    expect(await states({ revision: first('CandidateChosen').revision })).toMatchObject({
      tickets: 'open',
      'quality-gate': 'open',
      'design-gate': 'not-applicable',
      'sign-off': 'open',
    });
    const view = await answering.ask(new GetChecklist('web', '1.0.0'));
    expect(view).toMatchObject({
      contents: { grant: { of: 'production' }, notes: { whatsNew: [{ ticket: 'T-1.0.0' }] } },
      date: events().at(-1)?.recordedAt,
      revision: events().length - 1,
    });
  });

  it('has a checklist of the time that its last reporter gave, now and then', async () => {
    const occurredAt = '2021-04-10T00:00:00.000Z';
    const old = await Answering.about(new Journey().register().plan('0.82.0', { occurredAt }));
    try {
      for (const point of [undefined, { revision: 0 }]) {
        const { date } = await old.ask(new GetChecklist('web', '0.82.0', point));
        expect(date).toBe(occurredAt);
      }
    } finally {
      await old.stop();
    }
  });

  it('may go on or not, by the same conditions that the command asks', async () => {
    const at = first('PromotionAuthorized').recordedAt;
    const then = await answering.ask(new GetEligibility('web', '1.0.0', 'dev', { at }));
    expect(then).toMatchObject({ environment: 'dev', allowed: true, at });
    expect(then.conditions.find(({ id }) => id === 'promotion-authorized')).toStrictEqual({
      id: 'promotion-authorized',
      rule: 1,
      met: true,
      event: first('PromotionAuthorized').id,
      risk: null,
      missing: null,
      from: null,
    });
    const now = await answering.ask(new GetEligibility('web', '1.0.0', 'production'));
    expect(now.allowed).toBe(false);
    expect(now.conditions[0]).toStrictEqual({
      id: 'release-on-the-road',
      rule: null,
      met: false,
      event: null,
      risk: null,
      missing: '1.0.0 is verified in production; what changes from here is a new version',
      from: null,
    });
  });

  it('is judged by what the environment service says of that moment', async () => {
    const at = first('PromotionAuthorized').recordedAt;
    await answering.ask(new GetEligibility('web', '1.0.0', 'production', { at }));
    await answering.ask(new GetEligibility('web', '1.0.0', 'production'));
    const asked = { purpose: 'eligibility', deployment: null, asks: ['pipeline', 'parity'] };
    expect(answering.environments.asked.slice(-2)).toMatchObject([
      { ...asked, asOf: at },
      { ...asked, asOf: null },
    ]);
  });

  it('is not shown in the future', async () => {
    const revision = events().length;
    const asked = [{ revision }, { at: '2030-01-01T00:00:00.000Z' }].map((point) =>
      answering.ask(new GetRelease('web', '1.0.0', point)),
    );
    for (const answer of asked) await expect(answer).rejects.toThrow(NotYetHappened);
  });

  it('is unknown before it was planned, and where it is not', async () => {
    const asked = answering.ask(
      new GetRelease('web', '1.1.0', { at: first('ReleasePlanned').recordedAt }),
    );
    await expect(asked).rejects.toThrow(UnknownRelease);
    for (const point of [undefined, { revision: 0 }]) {
      const unplanned = answering.ask(new GetRelease('web', '9.0.0', point));
      await expect(unplanned).rejects.toThrow(UnknownRelease);
      const elsewhere = answering.ask(new GetRelease('shop', '1.0.0', point));
      await expect(elsewhere).rejects.toThrow(UnknownProject);
      const eligible = answering.ask(new GetEligibility('shop', '1.0.0', 'dev', point));
      await expect(eligible).rejects.toThrow(UnknownProject);
    }
  });
});
