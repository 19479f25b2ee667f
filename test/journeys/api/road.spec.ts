import { read } from './asking.js';
import type { Accepted } from './asking.js';
import { Release } from './release.js';
import { projectPath, shop } from './shop.js';
import { Service } from './service.js';

interface List<Item> {
  readonly items: readonly Item[];
}

let service: Service;
beforeAll(async () => {
  service = await Service.start();
  await shop(service);
});
afterAll(() => service.stop());

/** Where three reads have the release, each from rows of its own. */
async function seen(release: Release) {
  const { revision: overview } = await release.get<Accepted>();
  const { items: listed } = await read<List<Accepted>>(service, `${projectPath}/releases`);
  const { items: events } = await release.get<List<{ id: string }>>('/events?limit=200');
  return { overview, list: listed[0]?.revision, last: events.at(-1)?.id };
}

const passed = (environment: string) => ({ environment, state: 'passed' });

describe('the road to production', () => {
  it('is gone step by step, and after each step its caller reads what it wrote', async () => {
    const release = new Release(service, '1.4.0');
    const steps: { wrote: object; found: object }[] = [];
    release.afterEach = async ({ revision, events }) => {
      const wrote = { overview: revision, list: revision, last: events.at(-1)?.id };
      steps.push({ wrote, found: await seen(release) });
    };
    await release.goLive();
    expect(steps.length).toBeGreaterThan(30);
    for (const { wrote, found } of steps) expect(found).toStrictEqual(wrote);
  });

  it('ends in production, by way of every environment', async () => {
    expect(await new Release(service, '1.4.0').get()).toMatchObject({
      state: 'in-production',
      path: ['dev', 'qa', 'staging', 'production'].map(passed),
    });
    expect(await read(service, projectPath)).toMatchObject({ production: { version: '1.4.0' } });
  });

  it('leaves nothing for anybody to do', async () => {
    expect(await read(service, `${projectPath}/waiting`)).toStrictEqual({ items: [], next: null });
    const open = await read(service, `${projectPath}/deployments`);
    expect(open).toStrictEqual({ items: [], next: null });
  });

  it('ends with a complete checklist and a closed log', async () => {
    const release = new Release(service, '1.4.0');
    const checklist = await release.get<object>('/checklist');
    expect(JSON.stringify(checklist)).not.toContain('"state":"open"');
    expect(await release.get('/deployment-log')).toMatchObject({ result: 'SUCCESS' });
  });
});

describe('the road of a hotfix', () => {
  it('skips dev and qa and nothing else', async () => {
    const hotfix = new Release(service, '1.4.1', 'hotfix');
    await hotfix.goLive();
    expect(await hotfix.get()).toMatchObject({
      kind: 'hotfix',
      state: 'in-production',
      path: ['staging', 'production'].map(passed),
    });
  });

  it('replaces what stood in production', async () => {
    expect(await read(service, projectPath)).toMatchObject({ production: { version: '1.4.1' } });
    expect(await new Release(service, '1.4.0').get()).toMatchObject({ state: 'replaced' });
  });

  it('is refused as no higher patch of what stands there', async () => {
    const path = `${projectPath}/releases`;
    const body = {
      version: '1.5.0',
      kind: 'hotfix',
      tickets: [{ id: 'SHOP-9', title: 'Pay at once', type: 'fix' }],
    };
    const answer = await service.send({ method: 'POST', path, as: 'cio', body });
    expect([answer.statusCode, answer.json<{ type: string }>().type]).toStrictEqual([
      409,
      'urn:roadbook:rule:1-no-direct-deploy',
    ]);
  });
});
