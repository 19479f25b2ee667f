import { read } from './asking.js';
import { Release, results } from './release.js';
import { projectPath, shop } from './shop.js';
import { eventually } from './eventually.js';
import { Service } from './service.js';

let service: Service;
let bad: Release;
beforeAll(async () => {
  service = await Service.start();
  await shop(service);
  await new Release(service, '1.4.0').goLive();
  bad = new Release(service, '1.5.0');
  await bad.reachProduction();
});
afterAll(() => service.stop());

interface Open {
  readonly items: readonly { readonly rollback: { readonly rollback: string } | null }[];
}

const openRollback = async () => {
  const { items } = await read<Open>(service, `${projectPath}/deployments`);
  return items[0]?.rollback?.rollback;
};

describe('a production verification that fails', () => {
  it('starts the rollback by itself, for a deployer to fetch', async () => {
    await bad.promote('production', 'failed');
    await eventually(async () => (await openRollback()) !== undefined);
    expect(await bad.get()).toMatchObject({ state: 'rolling-back' });
  });

  it('is undone by the steps of the plan and the checks after it', async () => {
    const path = `rollback/${String(await openRollback())}`;
    await bad.post('deployer', `${path}/steps`, { steps: bad.steps() });
    await bad.post('deployer', `${path}/checks`, { checks: results('production') });
    expect(await read(service, projectPath)).toMatchObject({ production: { version: '1.4.0' } });
    expect(await bad.get()).toMatchObject({ state: 'rolled-back' });
  });

  it('is told to clients and reviewed', async () => {
    await bad.post('cco', 'rollback/client-communication', { note: 'a page tells it' });
    const review = { reviewAt: '2026-03-03T09:00:00Z', note: 'what did the plan lack' };
    await bad.put('cio', 'rollback/review', review);
    expect(await bad.get('/rollback-report')).toMatchObject({
      versionRolledBack: '1.5.0',
      versionRestored: '1.4.0',
      result: 'ROLLED BACK',
    });
  });

  it('is final', async () => {
    const why = { reason: 'again', confirmation: 'still', usersAffected: false };
    const { detail } = await bad.refused('cio', 'rollback', why);
    expect(detail).toBe('1.5.0 was rolled back already');
  });
});

describe('a rollback that a cio invokes', () => {
  it('is answered with where its report is', async () => {
    const request = {
      method: 'POST',
      path: `${projectPath}/releases/1.4.0/rollback`,
      as: 'cio',
      body: { reason: 'orders fail', confirmation: 'since then', usersAffected: true },
    } as const;
    const answer = await service.send(request);
    expect(answer.statusCode).toBe(201);
    expect(answer.headers.location).toBe(`${projectPath}/releases/1.4.0/rollback-report`);
    expect(await new Release(service, '1.4.0').get()).toMatchObject({ state: 'rolling-back' });
  });
});
