import { jest } from '@jest/globals';
import { topicNamed } from '@roadbook/contracts';
import type { StoredEvent } from '@roadbook/event-store';
import { accepted } from '../api/asking.js';
import { eventually } from '../api/eventually.js';
import { Release, ticket } from '../api/release.js';
import { projectPath, shop } from '../api/shop.js';
import { Cluster } from './cluster.js';

jest.setTimeout(60_000);

/** Within which another replica takes over, and more than it takes. */
const takeoverSeconds = 28;

describe('a replica that takes over', () => {
  let cluster: Cluster;
  beforeEach(async () => {
    cluster = await Cluster.start();
    await shop(cluster.front);
  });
  afterEach(() => cluster.stop());

  const planned = (version: string) =>
    accepted(cluster.front, {
      ...{ method: 'POST', path: `${projectPath}/releases`, as: 'cio' },
      body: { version, kind: 'standard', tickets: [ticket] },
    });
  const published = async () =>
    (await cluster.said(topicNamed.releases.name)).filter(
      ({ type }) => type === 'roadbook.release-planned.v1',
    );
  const publishedVersions = async () =>
    (await published()).map(({ data }) => (data as unknown as { version: string }).version);
  const recorded = async (): Promise<readonly StoredEvent[]> =>
    (await cluster.storeOf({ holds: 'events', service: 'release' }).readAll()).events;
  const typesOf = async (version: string) =>
    (await recorded())
      .filter(({ stream }) => stream === `release-shop@${version}`)
      .map(({ type }) => type);

  it('publishes what was recorded while nobody did, less than 30 s after the other vanished', async () => {
    await planned('1.0.0');
    await eventually(async () => (await publishedVersions()).includes('1.0.0'));
    await cluster.kill(cluster.replicas[0]!);
    await planned('1.1.0');
    await cluster.pass(12);
    expect(await publishedVersions()).not.toContain('1.1.0');
    await cluster.pass(takeoverSeconds - 12);
    await eventually(async () => (await publishedVersions()).includes('1.1.0'));
    expect(new Set(await publishedVersions())).toStrictEqual(new Set(['1.0.0', '1.1.0']));
  });

  it('goes on at once where the other stopped in order, and publishes nothing again', async () => {
    await planned('1.0.0');
    await cluster.close(cluster.replicas[0]!);
    await planned('1.1.0');
    await eventually(async () => (await publishedVersions()).includes('1.1.0'));
    expect(await publishedVersions()).toStrictEqual(['1.0.0', '1.1.0']);
  });

  it('reacts to what happened before, and commands wait for that', async () => {
    const release = new Release(cluster.front, '1.4.0');
    await release.prepare();
    const deployment = await release.deploy('dev');
    await cluster.kill(cluster.replicas[0]!);
    await release.post('deployer', `deployments/${deployment}/checks`, {
      checks: [{ check: 'smoke-tests', verdict: 'passed', evidence: { note: 'seen' } }],
    });
    await cluster.pass(takeoverSeconds);
    expect((await release.promote('qa')).events.map(({ type }) => type)).toContain(
      'PromotionEnded',
    );
  });

  it('lets a deadline pass that fell due while nobody looked, once', async () => {
    const release = new Release(cluster.front, '1.4.0');
    await release.prepare();
    await release.deploy('dev');
    await cluster.kill(cluster.replicas[0]!);
    cluster.clock.advance({ minutes: 20 });
    await cluster.pass(takeoverSeconds);
    await eventually(async () => (await typesOf('1.4.0')).includes('PromotionEnded'));
    const ends = (await typesOf('1.4.0')).filter((type) => type === 'PromotionEnded');
    expect(ends).toHaveLength(1);
  });

  it('tells roles of what they were not told of yet, and of nothing again', async () => {
    await new Release(cluster.front, '1.4.0').prepare();
    const of = async (type: string) => (await recorded()).filter((event) => event.type === type);
    const subjects = async () =>
      (await of('RolesNotified')).map(({ causationId, data }) =>
        JSON.stringify([causationId, data['subject']]),
      );
    await eventually(async () => (await subjects()).some((one) => one.includes('1.4.0 is ready')));
    await cluster.kill(cluster.replicas[0]!);
    await new Release(cluster.front, '1.5.0').prepare();
    await cluster.pass(takeoverSeconds);
    await eventually(async () => (await subjects()).some((one) => one.includes('1.5.0 is ready')));
    expect(await of('ReleasePrepared')).toHaveLength(2);
    expect(new Set(await subjects()).size).toBe((await subjects()).length);
  });

  it('is ready, and so is the one that does nothing by itself', async () => {
    for (const { service } of cluster.replicas) {
      const answer = await service.send({ method: 'GET', path: '/health/ready' });
      expect(answer.json<{ checks: unknown[] }>().checks).toContainEqual({ name: 'release lease' });
      expect(answer.statusCode).toBe(200);
    }
  });

  it('is not ready when it cannot reach the store any more', async () => {
    const [replica] = cluster.replicas;
    await replica!.engines.vanish();
    const answer = await replica!.service.send({ method: 'GET', path: '/health/ready' });
    expect(answer.statusCode).toBe(503);
    expect(answer.json<{ checks: unknown[] }>().checks).toContainEqual({
      name: 'release events',
      wrong: 'the event store cannot be reached; it is tried again',
    });
  });
});
