import { accepted, read } from './asking.js';
import { eventually } from './eventually.js';
import { evidence, Release, ticket } from './release.js';
import { Service } from './service.js';
import type { Request } from './service.js';

const version = '1.4.0';

let service: Service;
let release: Release;
beforeAll(async () => {
  service = await Service.start();
  const body = { project: 'shop', name: 'The shop' };
  await accepted(service, { method: 'POST', path: '/v1/projects', as: 'orchestrator', body });
  release = new Release(service, version);
  await release.plan();
  await release.choose();
});
afterAll(() => service.stop());

const gate = (id: string, gate: string, tickets = [ticket.id]) => ({
  specversion: '1.0',
  id,
  source: 'https://ci.example/shop',
  type: 'roadbook.gate-reported.v1',
  time: '2026-03-02T07:55:02Z',
  data: {
    ...{ project: 'shop', version, gate, candidate: release.candidate, tickets },
    ...{ verdict: 'passed', evidence },
  },
});

const publish = (as: Request['as'], ...events: object[]) =>
  service.send({
    ...{ method: 'POST', path: '/v1/messages', as, body: JSON.stringify(events) },
    headers: { 'content-type': 'application/cloudevents-batch+json' },
  });

interface Checklist {
  readonly preReleaseVerification: readonly { readonly id: string; readonly state: string }[];
}

async function qualityGate(): Promise<string | undefined> {
  const { preReleaseVerification: items } = await release.get<Checklist>('/checklist');
  return items.find(({ id }) => id === 'quality-gate')?.state;
}

interface Recorded {
  readonly items: readonly {
    readonly type: string;
    readonly actor: string;
    readonly role: string;
  }[];
}

const gatesOnRecord = async () => {
  const { items } = await release.get<Recorded>('/events');
  return items.filter(({ type }) => type === 'GateReported');
};

describe('a team that reports a gate by message', () => {
  it('moves the checklist, under its own name and in its own role', async () => {
    expect(await qualityGate()).toBe('open');
    const answer = await publish('cqo', gate('ci-1', 'quality'));
    expect([answer.statusCode, answer.json()]).toStrictEqual([
      202,
      { published: [{ id: 'ci-1', topic: 'roadbook.gates' }] },
    ]);
    await eventually(async () => (await qualityGate()) === 'met');
    const me = await service.send({ method: 'GET', path: '/v1/me', as: 'cqo' });
    const { actor } = me.json<{ actor: string }>();
    expect(await gatesOnRecord()).toMatchObject([{ actor, role: 'cqo' }]);
  });

  it('has its effect once, however often it sends it', async () => {
    for (let time = 0; time < 3; time += 1) await publish('cqo', gate('ci-1', 'quality'));
    await publish('cdo', gate('ci-2', 'design'));
    await eventually(async () => (await gatesOnRecord()).length > 1);
    expect((await gatesOnRecord()).map(({ role }) => role)).toStrictEqual(['cqo', 'cdo']);
  });

  it('finds what Roadbook refuses among the dead letters, with the reason', async () => {
    expect((await publish('cso', gate('ci-3', 'security', ['SHOP-404']))).statusCode).toBe(202);
    const letters = () =>
      read<{ items: object[] }>(service, '/v1/dead-letters?topic=roadbook.gates');
    await eventually(async () => (await letters()).items.length > 0);
    expect((await letters()).items).toMatchObject([
      {
        topic: 'roadbook.gates',
        consumer: 'release',
        key: 'shop/1.4.0',
        reason: expect.stringContaining('SHOP-404') as string,
        replayed: null,
      },
    ]);
  });
});
