import type { Role } from '@roadbook/decider';
import { eventually } from './eventually.js';
import { Release } from './release.js';
import { Service } from './service.js';
import type { Holder } from './service.js';
import { projectPath, shop } from './shop.js';

interface Notification {
  readonly id: string;
  readonly role: Role;
  readonly subject: string;
  readonly text: string;
  readonly version: string | null;
  readonly rollbackPlan: { readonly plan: string } | null;
  readonly acknowledge: {
    readonly address: string;
    readonly stands: string;
    readonly acknowledged: { readonly note: string; readonly at: string } | null;
  } | null;
}

interface Page {
  readonly items: readonly Notification[];
  readonly next: string | null;
}

describe('the inbox of a role', () => {
  let service: Service;
  let release: Release;

  const ask = (as: Role | Holder, query = '') =>
    service.send({ method: 'GET', path: `${projectPath}/notifications${query}`, as });
  const inbox = async (as: Role | Holder, query?: string): Promise<Page> => {
    const answer = await ask(as, query);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<Page>();
  };
  const subjects = async (as: Role | Holder, query?: string) =>
    (await inbox(as, query)).items.map(({ subject }) => subject);

  beforeAll(async () => {
    service = await Service.start();
    await shop(service);
    release = new Release(service, '1.4.0');
    await release.goLive();
    await eventually(async () => (await subjects('cpo')).includes('shop 1.4.0 is live'));
  });

  afterAll(() => service.stop());

  it('has what the role was told, the latest first', async () => {
    expect(await subjects('cpo')).toStrictEqual([
      'shop 1.4.0 is live',
      'shop 1.4.0 is authorized for production',
      'shop 1.4.0 has its window confirmed',
      'shop 1.4.0 has a window proposed',
      'shop 1.4.0 is ready',
    ]);
  });

  it('has the rollback plan of what goes to production, for whoever has to know how', async () => {
    for (const role of ['orchestrator', 'cto', 'cco'] as const) {
      const { items } = await inbox(role);
      const plans = items.filter(({ rollbackPlan }) => rollbackPlan !== null);
      expect(plans).toHaveLength(1);
      expect(plans[0]?.text).toContain('1. deploy-previous: ./deploy-previous.sh');
    }
  });

  it('shows that the cco acknowledged the client communication', async () => {
    const { items } = await inbox('cco');
    const asked = items.filter(({ acknowledge }) => acknowledge !== null);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.acknowledge).toMatchObject({
      address: '/v1/projects/shop/releases/1.4.0/client-communication',
      stands: 'acknowledged',
      acknowledged: { note: 'the newsletter tells it' },
    });
    expect(await subjects('cco', '?unacknowledged=true')).toStrictEqual([]);
  });

  it('has what is still to be acknowledged, until it is', async () => {
    await release.post('cio', 'rollback', {
      reason: 'orders are lost',
      confirmation: 'since the deployment',
      usersAffected: true,
    });
    const awaited = () => subjects('cco', '?unacknowledged=true');
    await eventually(async () => (await awaited()).length === 1);
    expect(await awaited()).toStrictEqual(['Rollback required: shop 1.4.0']);
    await release.post('cco', 'rollback/client-communication', { note: 'mail at noon' });
    await eventually(async () => (await awaited()).length === 0);
  });

  it('is read in pages, by a holder of several roles, each role and all together', async () => {
    const holder = { subject: 'ann', roles: ['cpo', 'cto'] } as const;
    const all = await inbox(holder, '?limit=200');
    expect(new Set(all.items.map(({ role }) => role))).toStrictEqual(new Set(['cpo', 'cto']));
    const read: string[] = [];
    let query = '?limit=3';
    for (;;) {
      const { items, next } = await inbox(holder, query);
      read.push(...items.map(({ id, role }) => `${id} ${role}`));
      if (next === null) break;
      query = `?limit=3&cursor=${encodeURIComponent(next)}`;
    }
    expect(read).toStrictEqual(all.items.map(({ id, role }) => `${id} ${role}`));
    expect(await subjects(holder, '?role=cpo')).toStrictEqual(await subjects('cpo'));
  });

  it('is open to the orchestrator and the auditor, and to nobody else of another role', async () => {
    for (const role of ['orchestrator', 'auditor'] as const)
      expect(await subjects(role, '?role=cpo')).toStrictEqual(await subjects('cpo'));
    const answer = await ask('cio', '?role=cpo');
    expect(answer.statusCode).toBe(403);
    expect((await ask('client')).statusCode).toBe(403);
    expect((await ask('cio', '?role=king')).statusCode).toBe(400);
  });
});
