import { jest } from '@jest/globals';
import { topicNamed } from '@roadbook/contracts';
import { eventually } from '../api/eventually.js';
import { Release } from '../api/release.js';
import { shop } from '../api/shop.js';
import { Cluster } from './cluster.js';

jest.setTimeout(60_000);

describe('two replicas of every service', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await Cluster.start();
    await shop(cluster.front);
  });
  afterAll(() => cluster.stop());

  const publishedIds = async () =>
    (await cluster.said(topicNamed.releases.name)).map(({ id }) => id);

  it('take a release to production between them, whichever is asked', async () => {
    const release = new Release(cluster.front, '1.4.0');
    await release.goLive();
    expect(await release.get()).toMatchObject({ state: 'live' });
  });

  it('publish each message once', async () => {
    await eventually(async () =>
      (await cluster.said(topicNamed.releases.name)).some(
        ({ type }) => type === 'roadbook.deployment-log-closed.v1',
      ),
    );
    const ids = await publishedIds();
    expect(new Set(ids).size).toBe(ids.length);
  });
});
