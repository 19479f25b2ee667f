import { entryRecorded, roleNotified, rollbackEnded, rollbackRequested } from '@roadbook/contracts';
import type { Role } from '@roadbook/decider';
import { Bus } from '../api/bus.js';
import { eventually } from '../api/eventually.js';
import { Release, results } from '../api/release.js';
import { Service } from '../api/service.js';
import { projectPath, shop } from '../api/shop.js';

interface Entry {
  readonly title: string;
  readonly type: string;
  readonly visibility: string;
  readonly tells: { readonly happening: string } | null;
}

/** Told in the protocol's own order; each step begins where the one before it ended. */
describe('protocol 3, a rollback', () => {
  let service: Service;
  let bus: Bus;
  let bad: Release;

  beforeAll(async () => {
    service = await Service.start();
    bus = new Bus(service);
    await shop(service);
    await new Release(service, '1.4.0').goLive();
    bad = new Release(service, '1.5.0');
    await bad.reachProduction();
  });
  afterAll(async () => {
    await bus.close();
    await service.stop();
  });

  const told = async (to: Role) =>
    (await bus.said(roleNotified))
      .filter((one) => one.to === to && one.subject.includes('1.5.0'))
      .map(({ subject }) => subject);
  const path = async () => `rollback/${(await bus.said(rollbackRequested))[0]?.rollback ?? ''}`;

  it('starts by itself when production is not verified, and asks the deployers by message', async () => {
    await bad.promote('production', 'failed');
    await eventually(async () => (await bus.said(rollbackRequested)).length === 1);
    expect((await bus.said(rollbackRequested))[0]).toMatchObject({ version: '1.5.0' });
    expect(await bad.get()).toMatchObject({ state: 'rolling-back' });
  });

  it('is told to the orchestrator at once, in these words', async () => {
    await eventually(async () =>
      (await told('orchestrator')).includes('Rollback required: shop 1.5.0'),
    );
  });

  it('is carried out step by step, verified by the same checks, and over', async () => {
    await bad.post('deployer', `${await path()}/steps`, { steps: bad.steps() });
    await bad.post('deployer', `${await path()}/checks`, { checks: results('production') });
    expect(await bad.get()).toMatchObject({ state: 'rolled-back' });
    await eventually(async () => (await bus.said(rollbackEnded)).length === 1);
    expect(await bus.said(rollbackEnded)).toMatchObject([{ version: '1.5.0' }]);
  });

  it('is told to whoever must know that production is restored', async () => {
    const roles = ['orchestrator', 'cio', 'cto', 'cpo'] as const;
    const restored = async (role: Role) => (await told(role)).includes('Restored: shop 1.5.0');
    for (const role of roles) await eventually(() => restored(role));
  });

  it('is told to clients by the cco, and reviewed', async () => {
    await bad.post('cco', 'rollback/client-communication', { note: 'a page tells it' });
    const review = { reviewAt: '2026-03-03T09:00:00Z', note: 'what did the plan lack' };
    await bad.put('cio', 'rollback/review', review);
    expect(await bad.get('/rollback-report')).toMatchObject({
      ...{ versionRolledBack: '1.5.0', versionRestored: '1.4.0', result: 'ROLLED BACK' },
    });
  });

  it('is one decision in the knowledge base and on both of its topics', async () => {
    const entries = async (as: Role) => {
      const request = { method: 'GET', path: `${projectPath}/entries?limit=200`, as } as const;
      const { items } = (await service.send(request)).json<{ items: Entry[] }>();
      return items.filter(({ tells }) => tells?.happening === 'rollback-ended');
    };
    await eventually(async () => (await entries('auditor')).length > 0);
    expect(await entries('client')).toMatchObject([{ type: 'decision', visibility: 'both' }]);
    const published = async () => {
      const { title } = (await entries('auditor'))[0] ?? {};
      return (await bus.said(entryRecorded)).filter((one) => one.title === title);
    };
    await eventually(async () => (await published()).length === 2);
    const { kbEntry } = await bad.get<{ kbEntry: string }>('/rollback-report');
    const linked = await service.send({ method: 'GET', path: kbEntry, as: 'auditor' });
    expect(linked.json<Entry>()).toMatchObject((await entries('auditor'))[0]!);
  });
});
