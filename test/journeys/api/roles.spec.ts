import { roles } from '@roadbook/decider';
import type { Role } from '@roadbook/decider';
import {
  releasePermissions,
  roadPermissions,
} from '../../../apps/release/src/domain/permissions.js';
import { commands, guarded, operations, reads } from './described.js';
import type { Operation } from './described.js';
import { addressOf, exampleBody } from './example.js';
import { Release } from './release.js';
import { shop } from './shop.js';
import { Service } from './service.js';
import type { Request } from './service.js';

const tokenRoles = roles.filter((role) => role !== 'system');
const readers = tokenRoles.filter((role) => role !== 'client');
const permissions: Readonly<Record<string, readonly Role[] | undefined>> = {
  ...releasePermissions,
  ...roadPermissions,
};

/** What the table of roles gives: a command to those who may give it, a read to everybody who reads, and to know oneself to all. */
function permitted({ id, method }: Operation): readonly Role[] {
  if (id === 'getMe') return tokenRoles;
  if (method === 'GET') return readers;
  const command = id.charAt(0).toUpperCase() + id.slice(1);
  const found = permissions[command];
  if (!found) throw new Error(`${command} is not in the table of roles`);
  return found.filter((role) => role !== 'system');
}

const named = (some: readonly Operation[]) =>
  some.map((operation): [string, Operation] => [
    `${operation.method} ${operation.path}`,
    operation,
  ]);

let service: Service;
beforeAll(async () => {
  service = await Service.start();
  await shop(service);
  await new Release(service, '1.4.0').plan();
});
afterAll(() => service.stop());

const ask = (operation: Operation, as?: Request['as']) =>
  service.send({
    method: operation.method,
    path: addressOf(operation),
    as,
    ...(operation.body && { body: exampleBody(operation) }),
  });

/** Which gate is whose is decided with the command, and looked at below. */
const anothersGate = 'urn:roadbook:condition:role-permitted';

interface Problem {
  readonly type: string;
  readonly detail: string;
  readonly permitted?: readonly Role[];
}

describe('for a role that may not', () => {
  it.each(named(guarded))('%s is answered with 403 and who may', async (_, operation) => {
    const may = permitted(operation);
    for (const role of tokenRoles) {
      const answer = await ask(operation, role);
      if (may.includes(role)) {
        const { statusCode, body } = answer;
        const isDecided = [200, 201, 404, 409].includes(statusCode) || body.includes(anothersGate);
        expect([role, isDecided || body]).toStrictEqual([role, true]);
        continue;
      }
      const { type, detail, permitted: told } = answer.json<Problem>();
      expect([role, answer.statusCode, type, detail, told]).toStrictEqual([
        role,
        403,
        'urn:roadbook:problem:role-not-permitted',
        `only ${may.join(', ')} may do this`,
        may,
      ]);
    }
  });

  it('there are commands and reads to be refused', () => {
    expect(commands.length).toBeGreaterThan(30);
    expect(reads.length).toBeGreaterThan(10);
  });
});

describe('a gate', () => {
  const gates = { cqo: 'quality', cdo: 'design', cso: 'security' } as const;

  it('is reported by its own role and no other', async () => {
    const operation = guarded.find(({ id }) => id === 'reportGate');
    if (!operation) throw new Error('there is no route for gates');
    for (const as of Object.keys(gates) as (keyof typeof gates)[])
      for (const [owner, gate] of Object.entries(gates)) {
        const { method } = operation;
        const body = { ...exampleBody(operation), gate };
        const answer = await service.send({ method, path: addressOf(operation), as, body });
        const found = [as, gate, answer.statusCode === 403];
        expect(found).toStrictEqual([as, gate, as !== owner]);
      }
  });
});

describe('without a token', () => {
  it.each(named(guarded))('%s is answered with 401', async (_, operation) => {
    const answer = await ask(operation);
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="roadbook"');
  });

  it('health and the description of the API are open, and nothing else', async () => {
    const open = operations.filter(({ roles: needed }) => needed === undefined);
    const paths = [...open.map(({ path }) => path), '/openapi/release.json'];
    expect(paths).toStrictEqual([
      '/health/live',
      '/health/started',
      '/health/ready',
      '/openapi/release.json',
    ]);
    for (const path of paths)
      expect((await service.send({ method: 'GET', path })).statusCode).toBe(200);
  });
});

describe('with a token for another project', () => {
  const guest = { subject: 'guest', roles: tokenRoles, projects: ['other'] };
  const isOfProject = ({ path }: Operation) => path.includes('{project}');

  it.each(named(guarded.filter(isOfProject)))('%s is answered with 403', async (_, operation) => {
    const answer = await ask(operation, guest);
    const { type } = answer.json<Problem>();
    const expected = [403, 'urn:roadbook:problem:project-not-permitted'];
    expect([answer.statusCode, type]).toStrictEqual(expected);
  });

  it('what belongs to no project shows nothing of this one', async () => {
    const others = guarded.filter((operation) => !isOfProject(operation));
    const answers = await Promise.all(others.map((operation) => ask(operation, guest)));
    const found = others.map(({ id }, index) => [id, answers[index]?.statusCode]);
    expect(Object.fromEntries(found)).toStrictEqual({
      registerProject: 403,
      listProjects: 200,
      getMe: 200,
      findEvents: 400,
    });
    const [, projects, me] = answers;
    expect(projects?.json()).toStrictEqual({ items: [], next: null });
    expect(me?.json()).toMatchObject({ projects: ['other'] });
    const events = { method: 'GET', path: '/v1/events?project=shop', as: guest } as const;
    expect((await service.send(events)).statusCode).toBe(403);
  });
});
