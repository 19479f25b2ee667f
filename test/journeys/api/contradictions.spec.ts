import { read } from './asking.js';
import { commands, named } from './described.js';
import type { ServiceName } from './described.js';
import { addressOf, exampleBody } from './example.js';
import { Release } from './release.js';
import { Service } from './service.js';
import { projectPath, shop } from './shop.js';

let service: Service;
beforeAll(async () => {
  service = await Service.start();
  await shop(service);
  await new Release(service, '1.4.0').plan();
});
afterAll(() => service.stop());

async function told(request: { method?: 'GET' | 'POST' | 'PUT'; path: string; body?: object }) {
  const { method = 'GET', path, body } = request;
  const as = body ? 'deployer' : 'auditor';
  const answer = await service.send({ method, path, as, body });
  const { detail } = answer.json<{ detail?: string }>();
  return [answer.statusCode, detail];
}

describe('the contents of a candidate', () => {
  const path = `${projectPath}/releases/1.4.0/contents`;
  const tickets = (count: number) =>
    Array.from({ length: count }, (_, number) => String(number).padStart(64, 'T'));

  it('may have 2,000 tickets with ids of 64 characters', async () => {
    await new Release(service, '1.4.0').choose();
    const { candidate } = await read<{ candidate: string }>(
      service,
      `${projectPath}/releases/1.4.0`,
    );
    const report = (count: number) =>
      told({ method: 'POST', path, body: { candidate, tickets: tickets(count) } });
    expect(await report(2_000)).toStrictEqual([200, undefined]);
    expect((await report(2_001))[0]).toBe(400);
  });
});

describe('a question about what never was', () => {
  it.each([
    ['?project=nope', 404, 'project nope is not registered; an orchestrator can register it'],
    [
      '?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z',
      400,
      'to: to must not be before 2026-03-02T00:00:00.000Z',
    ],
    ['?type=TicketsMerged,Nonsense', 400, 'type: there is no type of event called Nonsense'],
  ])('is told: events%s', async (query, status, detail) => {
    expect(await told({ path: `/v1/events${query}` })).toStrictEqual([status, detail]);
  });

  it('is told of a deployment log', async () => {
    const path = `${projectPath}/releases/1.4.0/deployment-log?candidate=abc`;
    expect(await told({ path })).toStrictEqual([
      404,
      '1.4.0 has no deployment log for the candidate abc',
    ]);
  });
});

/** What the environment service misses is to have heard of the project. */
const projectMissing: Readonly<Record<ServiceName, string>> = {
  release: 'project-registered',
  environment: 'project-known',
  'knowledge-base': 'project-registered',
};

describe('a command', () => {
  const guarded = commands.filter(({ path }) => path.includes('{project}'));

  it.each(named(guarded))(
    '%s on a project that nobody registered is told so',
    async (_, operation) => {
      const { method, roles } = operation;
      const path = addressOf(operation, { project: 'nowhere' });
      const body = exampleBody(operation);
      const answer = await service.send({ method, path, as: roles?.[0], body });
      expect(answer.json()).toMatchObject({
        status: 404,
        type: `urn:roadbook:condition:${projectMissing[operation.service]}`,
      });
    },
  );

  it.each(named(commands))('%s has an example that can be taken as it is', async (_, operation) => {
    const { method, roles } = operation;
    const body = exampleBody(operation);
    const path = addressOf(operation, { version: '9.9.9' });
    const answer = await service.send({ method, path, as: roles?.[0], body });
    expect([answer.statusCode, answer.statusCode === 400 && answer.body]).not.toContain(400);
    expect(body).toHaveProperty('occurredAt');
  });
});
