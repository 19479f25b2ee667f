import { UnknownProject } from '@roadbook/questions';
import type { EventFilter, PageRequest } from '@roadbook/questions';
import { Journey } from '../../projections/journey.fixture.js';
import { Answering } from '../answering.fixture.js';
import { UnknownRelease } from '../errors.js';
import { ListReleaseEvents } from './list-release-events.js';

/** Two projects whose streams begin alike, one after the other; somebody called ana did something in each. */
function stories() {
  const web = new Journey('web').register().goLive('1.0.0');
  web.release('1.0.0', { type: 'ReportGate', data: gateAgain }, 'cqo', { actor: 'ana' });
  const later = new Journey('web-app', web.now).register('App');
  later.plan('1.0.0');
  later.release('1.0.0', { type: 'ChooseCandidate', data: { commit: 'c1' } }, 'cio', {
    actor: 'ana',
  });
  const log = [...web.log, ...later.log].map((event, index) => ({ ...event, id: idOf(index) }));
  return { log, now: later.now };
}

const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

const gateAgain = {
  gate: 'quality',
  candidate: 'commit-1.0.0',
  tickets: ['T-1.0.0'],
  verdict: 'failed',
  evidence: { note: 'seen later' },
} as const;

describe('what was recorded', () => {
  const story = stories();
  let answering: Answering;

  beforeAll(async () => {
    answering = await Answering.about(story);
  });

  afterAll(() => answering.stop());

  const find = async (filter: EventFilter) =>
    (await answering.search.find(filter, { limit: 500 })).items;

  it('is found by project, and by no other that is called alike', async () => {
    const web = await find({ project: 'web' });
    expect(web.map(({ id }) => id)).toStrictEqual(
      story.log.filter(({ stream }) => !stream.includes('web-app')).map(({ id }) => id),
    );
    expect(new Set(web.map(({ project }) => project))).toStrictEqual(new Set(['web']));
    expect((await find({ project: 'web-app' })).length).toBe(story.log.length - web.length);
  });

  it('is found by type', async () => {
    const types = ['ProjectRegistered', 'CandidateChosen'];
    const found = await find({ types });
    expect(found.map(({ type, project }) => [type, project])).toStrictEqual([
      ['ProjectRegistered', 'web'],
      ['CandidateChosen', 'web'],
      ['ProjectRegistered', 'web-app'],
      ['CandidateChosen', 'web-app'],
    ]);
    expect(await find({ types, project: 'web-app' })).toHaveLength(2);
  });

  it('is found by actor, with roles, times and evidence', async () => {
    const [gate, candidate] = await find({ actor: 'ana' });
    expect(gate).toMatchObject({
      type: 'GateReported',
      project: 'web',
      version: '1.0.0',
      actor: 'ana',
      role: 'cqo',
      occurredAt: null,
      causationId: null,
      evidence: [{ note: 'seen later' }],
    });
    expect(candidate).toMatchObject({ type: 'CandidateChosen', project: 'web-app', evidence: [] });
  });

  it('is found between two times: from the first, up to the second', async () => {
    const [from, to] = [story.log[10]!.recordedAt, story.log[20]!.recordedAt];
    const expected = story.log.filter(({ recordedAt }) => recordedAt >= from && recordedAt < to);
    const found = await find({ recorded: { from, to } });
    expect(found.map(({ id }) => id)).toStrictEqual(expected.map(({ id }) => id));
    expect(found.length).toBeGreaterThan(0);
  });

  it('comes in pages that go on where the last one stopped', async () => {
    const found: string[] = [];
    let after: PageRequest['after'];
    do {
      const page = await answering.search.find({ project: 'web' }, { limit: 7, after });
      found.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(found).toStrictEqual((await find({ project: 'web' })).map(({ id }) => id));
  });

  it('shows every event of a release', async () => {
    const events = story.log.filter(({ stream }) => stream === 'release-web@1.0.0');
    const first = await answering.ask(new ListReleaseEvents('web', '1.0.0', { limit: 30 }));
    const rest = await answering.ask(
      new ListReleaseEvents('web', '1.0.0', { limit: 500, after: first.next }),
    );
    const all = [...first.items, ...rest.items];
    expect(all.map(({ id }) => id)).toStrictEqual(events.map(({ id }) => id));
    expect(rest.next).toBeUndefined();
    const checks = all.find(({ type }) => type === 'ChecksReported');
    expect(checks?.evidence).toStrictEqual([{ note: 'smoke-tests looked at' }]);
    expect(checks?.data).toStrictEqual(events.find(({ id }) => id === checks?.id)?.data);
  });

  it('knows no release that is not planned', async () => {
    const page = { limit: 1 };
    const unplanned = answering.ask(new ListReleaseEvents('web', '9.0.0', page));
    await expect(unplanned).rejects.toThrow(UnknownRelease);
    const elsewhere = answering.ask(new ListReleaseEvents('shop', '1.0.0', page));
    await expect(elsewhere).rejects.toThrow(UnknownProject);
  });
});
