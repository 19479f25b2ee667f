import { UnknownProject } from '@roadbook/questions';
import { Journey } from '../../projections/journey.fixture.js';
import { Answering } from '../answering.fixture.js';
import { ListReleases } from './list-releases.js';
import type { ReleaseFilter } from './list-releases.js';

describe('the list of releases', () => {
  let answering: Answering;
  let journey: Journey;

  beforeAll(async () => {
    journey = new Journey().register();
    journey.goLive('1.0.0', { occurredAt: '2021-05-01T00:00:00.000Z' }).goLive('1.1.0');
    journey.goLive('1.1.1', { kind: 'hotfix' }).goLive('1.2.0').rollBack('1.2.0');
    journey.plan('2.0.0').prepare('2.0.0').plan('3.0.0');
    answering = await Answering.about(journey);
  });

  afterAll(() => answering.stop());

  const list = async (filter: ReleaseFilter) => {
    const { items } = await answering.ask(new ListReleases('web', filter, { limit: 100 }));
    return items.map(({ version, state }) => `${version} ${state}`);
  };

  it('shows what was planned last first, and what has replaced what in production', async () => {
    expect(await list({})).toStrictEqual([
      '3.0.0 planned',
      '2.0.0 prepared',
      '1.2.0 rolled-back',
      '1.1.1 in-production',
      '1.1.0 replaced',
      '1.0.0 replaced',
    ]);
  });

  it('selects by state', async () => {
    expect(await list({ state: 'in-production' })).toStrictEqual(['1.1.1 in-production']);
    expect(await list({ state: 'replaced' })).toStrictEqual(['1.1.0 replaced', '1.0.0 replaced']);
    expect(await list({ state: 'rolled-back' })).toStrictEqual(['1.2.0 rolled-back']);
    expect(await list({ state: 'withdrawn' })).toStrictEqual([]);
  });

  it('selects by kind', async () => {
    expect(await list({ kind: 'hotfix' })).toStrictEqual(['1.1.1 in-production']);
    expect(await list({ kind: 'hotfix', state: 'in-production' })).toHaveLength(1);
    expect(await list({ kind: 'standard', state: 'in-production' })).toStrictEqual([]);
  });

  it('selects by when a release was planned, as it was reported', async () => {
    const planned = { from: '2021-05-01T00:00:00.000Z', to: '2021-05-01T00:00:00.001Z' };
    expect(await list({ planned })).toStrictEqual(['1.0.0 replaced']);
    expect(await list({ planned: { to: planned.from } })).toStrictEqual([]);
  });

  it('selects by when a release went live', async () => {
    const live = (await answering.ask(new ListReleases('web', {}, { limit: 100 }))).items.find(
      ({ version }) => version === '1.1.1',
    )?.liveAt;
    const from = live ?? '';
    expect(await list({ live: { from } })).toStrictEqual([
      '1.2.0 rolled-back',
      '1.1.1 in-production',
    ]);
    expect(await list({ live: { from }, state: 'in-production' })).toHaveLength(1);
    expect(await list({ live: { to: from }, state: 'in-production' })).toStrictEqual([]);
  });

  it('comes in pages', async () => {
    const first = await answering.ask(new ListReleases('web', {}, { limit: 4 }));
    const rest = await answering.ask(new ListReleases('web', {}, { limit: 4, after: first.next }));
    const versions = [...first.items, ...rest.items].map(({ version }) => version);
    expect(versions).toStrictEqual(['3.0.0', '2.0.0', '1.2.0', '1.1.1', '1.1.0', '1.0.0']);
    expect(rest.next).toBeUndefined();
  });

  it('tells of each release what a list needs', async () => {
    const { items } = await answering.ask(new ListReleases('web', {}, { limit: 1 }));
    const { recordedAt, revision } = journey.log.at(-1)!;
    expect(items).toStrictEqual([
      {
        project: 'web',
        version: '3.0.0',
        kind: 'standard',
        state: 'planned',
        blocked: false,
        candidate: null,
        tickets: 1,
        passed: null,
        plannedAt: recordedAt,
        liveAt: null,
        changedAt: recordedAt,
        revision,
      },
    ]);
  });

  it('does not exist for a project that is not registered', async () => {
    const asked = answering.ask(new ListReleases('shop', {}, { limit: 1 }));
    await expect(asked).rejects.toThrow(UnknownProject);
  });
});
