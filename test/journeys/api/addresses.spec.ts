import { commands, guarded, named } from './described.js';
import type { Operation } from './described.js';
import { addressOf, exampleBody } from './example.js';
import { Release } from './release.js';
import { shop } from './shop.js';
import { Service } from './service.js';

let service: Service;
beforeAll(async () => {
  service = await Service.start();
  await shop(service);
  await new Release(service, '1.4.0').plan();
});
afterAll(() => service.stop());

const having = (...names: string[]) =>
  named(guarded.filter(({ path }) => names.some((name) => path.includes(`{${name}}`))));

async function statusOf(operation: Operation, parts: Readonly<Record<string, string>>) {
  const { method, roles, body } = operation;
  const answer = await service.send({
    method,
    path: addressOf(operation, parts),
    as: roles?.[0],
    ...(body && { body: exampleBody(operation) }),
  });
  return answer.statusCode;
}

describe('there is nothing', () => {
  it.each(having('project'))('for %s in a project that nobody registered', async (_, operation) => {
    expect(await statusOf(operation, { project: 'nowhere' })).toBe(404);
  });

  it.each(having('version'))('for %s of a release that nobody planned', async (_, operation) => {
    expect(await statusOf(operation, { project: 'shop', version: '9.9.9' })).toBe(404);
  });

  it.each(having('deployment', 'rehearsal', 'rollback', 'ticket'))(
    'for %s of a part that the release does not have: a read finds none, a command is refused',
    async (_, operation) => {
      const parts = { project: 'shop', version: '1.4.0', ticket: 'SHOP-404' };
      expect(await statusOf(operation, parts)).toBe(operation.method === 'GET' ? 404 : 409);
    },
  );

  it.each(having('change', 'entry'))(
    'for %s of a change or an entry that the project does not have',
    async (_, operation) => {
      expect(await statusOf(operation, { project: 'shop' })).toBe(404);
    },
  );

  it('at an address that no route has, and at a method that it does not have', async () => {
    const nowhere = { method: 'GET', path: '/v1/nowhere', as: 'cio' } as const;
    expect((await service.send(nowhere)).statusCode).toBe(404);
    const other = { method: 'PUT', path: '/v1/projects', as: 'cio', body: {} } as const;
    const answer = await service.send(other);
    expect([answer.statusCode, answer.headers.allow]).toStrictEqual([405, 'GET, HEAD, POST']);
  });
});

describe('a part of an address that cannot be', () => {
  it.each(having('project'))('is told by %s', async (_, operation) => {
    expect(await statusOf(operation, { project: 'Not a slug' })).toBe(400);
  });

  it.each(having('version'))('such as a version with a v is told by %s', async (_, operation) => {
    expect(await statusOf(operation, { project: 'shop', version: 'v1' })).toBe(400);
  });
});

describe('every command', () => {
  it('is about a project', () => {
    const without = commands.filter(({ path }) => !path.includes('{project}'));
    expect(without.map(({ id }) => id)).toStrictEqual(['registerProject']);
  });
});
