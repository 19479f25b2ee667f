import { jest } from '@jest/globals';
import { topicNamed } from '@roadbook/contracts';
import { accepted } from '../api/asking.js';
import { eventually } from '../api/eventually.js';
import { Release, ticket } from '../api/release.js';
import type { Request } from '../api/service.js';
import { projectPath, shop } from '../api/shop.js';
import { Cluster } from './cluster.js';
import { told } from './told.js';

jest.setTimeout(60_000);

const plan = (version: string, more: Partial<Request> = {}): Request => ({
  method: 'POST',
  path: `${projectPath}/releases`,
  as: 'cio',
  body: { version, kind: 'standard', tickets: [ticket] },
  ...more,
});

describe('two replicas of every service', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await Cluster.start();
    await shop(cluster.front);
  });
  afterAll(() => cluster.stop());

  const one = () => cluster.replicas[0]!.service;
  const other = () => cluster.replicas[1]!.service;
  let keys = 0;
  const newKey = () => ({ 'idempotency-key': `replicas-${String((keys += 1))}` });

  it('take a release to production between them, whichever is asked', async () => {
    const release = new Release(cluster.front, '1.4.0');
    await release.goLive();
    expect(await release.get()).toMatchObject({ state: 'in-production' });
  });

  it('publish each message once', async () => {
    const published = () => cluster.said(topicNamed.releases.name);
    await eventually(async () =>
      (await published()).some(({ type }) => type === 'roadbook.deployment-log-closed.v1'),
    );
    const ids = (await published()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('show the same of everything', async () => {
    const asked = ['', '/releases', '/releases/1.4.0/checklist', '/environments', '/entries'];
    for (const path of asked) {
      const request = { method: 'GET', path: `${projectPath}${path}`, as: 'auditor' } as const;
      const [here, there] = [await one().send(request), await other().send(request)];
      expect([path, here.statusCode, there.body]).toStrictEqual([path, 200, here.body]);
    }
  });

  it('give the first answer to a request that is repeated at the other one', async () => {
    const request = plan('1.5.0', { headers: newKey() });
    const [first, again] = [await one().send(request), await other().send(request)];
    expect([first.statusCode, again.statusCode, again.body]).toStrictEqual([201, 201, first.body]);
    expect([again.headers.etag, again.headers['idempotency-replayed']]).toStrictEqual([
      first.headers.etag,
      'true',
    ]);
  });

  it('give the first refusal also when it would not be refused any more', async () => {
    const path = `${projectPath}/releases/1.6.0/withdrawal`;
    await one().send(plan('1.6.0'));
    const deploy: Request = {
      ...{ method: 'POST', path: `${projectPath}/releases/1.6.0/deployments`, as: 'cio' },
      ...{ body: { environment: 'production' }, headers: newKey() },
    };
    const first = await one().send(deploy);
    await one().send({ method: 'POST', path, as: 'cio', body: { reason: 'not needed' } });
    const again = await other().send(deploy);
    expect([first.statusCode, again.statusCode, again.body]).toStrictEqual([409, 409, first.body]);
  });

  it('refuse at one the key of another request at the other', async () => {
    const headers = newKey();
    await one().send(plan('1.7.0', { headers }));
    expect((await other().send(plan('1.8.0', { headers }))).json()).toMatchObject({
      status: 422,
      type: 'urn:roadbook:problem:idempotency-key-reused',
    });
  });

  it('carry out a request once that comes to both at the same moment', async () => {
    const request = plan('1.9.0', { headers: newKey() });
    const answers = await Promise.all([one().send(request), other().send(request)]);
    const made = answers.filter(({ statusCode }) => statusCode === 201).map(({ body }) => body);
    expect(answers.every(({ statusCode }) => [201, 409].includes(statusCode))).toBe(true);
    expect(new Set(made).size).toBe(1);
    expect((await other().send(request)).body).toBe(made[0]);
  });

  it('know a person as the same one', async () => {
    await accepted(one(), plan('2.0.0'));
    await accepted(other(), plan('2.1.0'));
    const recorded = async (version: string) => {
      const path = `/v1/events?project=shop&type=ReleasePlanned&limit=200`;
      const { items } = (await one().send({ method: 'GET', path, as: 'auditor' })).json<{
        items: { version: string; actor: string }[];
      }>();
      return items.find((event) => event.version === version)?.actor;
    };
    expect(await recorded('2.1.0')).toBe(await recorded('2.0.0'));
  });

  it('let a read wait for the position that its asker has seen', async () => {
    const { position } = await accepted(one(), plan('2.2.0'));
    const path = `${projectPath}/releases/2.3.0`;
    const behind = { 'roadbook-position': String(position + 1) };
    const reading = other().send({ method: 'GET', path, as: 'auditor', headers: behind });
    await accepted(one(), plan('2.3.0'));
    expect((await reading).statusCode).toBe(200);
  });

  it('say 503 where a position is not reached within 2 s, and 400 where it is none', async () => {
    const read = (position: string) =>
      other().send({
        ...{ method: 'GET', path: projectPath, as: 'auditor' },
        headers: { 'roadbook-position': position },
      });
    const late = await read('1000000');
    expect([late.statusCode, late.headers['retry-after']]).toStrictEqual([503, '1']);
    expect((await read('-1')).statusCode).toBe(400);
  });

  it.each([`/v1/messages/${topicNamed.releases.name}`, `${projectPath}/entries/stream`])(
    'go on telling where the other one stopped, at %s',
    async (path) => {
      const all = await told(one(), path, 2);
      const [first, second] = all.map(({ data }) => data.id);
      const [next] = await told(other(), path, 1, all[0]!.mark);
      expect([next?.data.id === first, next?.data.id]).toStrictEqual([false, second]);
    },
  );
});
