import { roles } from '@roadbook/decider';
import type { Role } from '@roadbook/decider';
import { permissions as environmentPermissions } from '../../../apps/environment/src/domain/permissions.js';
import { entryPermissions } from '../../../apps/knowledge-base/src/domain/permissions.js';
import {
  releasePermissions,
  roadPermissions,
} from '../../../apps/release/src/domain/permissions.js';
import {
  commands,
  guarded,
  isStream,
  named,
  operations,
  reads,
  serviceNames,
} from './described.js';
import type { Operation, ServiceName } from './described.js';
import { addressOf, exampleBody } from './example.js';
import { Release } from './release.js';
import { shop } from './shop.js';
import { Service } from './service.js';
import type { Request } from './service.js';

const tokenRoles = roles.filter((role) => role !== 'system');
const readers = tokenRoles.filter((role) => role !== 'client');
type TableOfRoles = Readonly<Record<string, readonly Role[] | undefined>>;
const permissions: Readonly<Record<ServiceName, TableOfRoles>> = {
  release: { ...releasePermissions, ...roadPermissions },
  environment: environmentPermissions,
  'knowledge-base': entryPermissions,
};

/** To know oneself, and what is shown as far as its reader may see it. */
const forEverybody = ['getMe', 'listEntries', 'getEntry', 'searchEntries', 'followEntries'];

/** What the table of roles gives: a command to those who may give it, and a read to everybody who reads, if not to all. */
function permitted({ service: name, id, method }: Operation): readonly Role[] {
  if (forEverybody.includes(id)) return tokenRoles;
  if (method === 'GET') return readers;
  const command = id.charAt(0).toUpperCase() + id.slice(1);
  const found = permissions[name][command];
  if (!found) throw new Error(`${command} is not in the table of roles`);
  return found.filter((role) => role !== 'system');
}

let service: Service;
beforeAll(async () => {
  service = await Service.start();
  await shop(service);
  await new Release(service, '1.4.0').plan();
});
afterAll(() => service.stop());

/** A stream is asked of a project that nobody registered: its first answer would be followed for ever. */
const ask = (operation: Operation, as?: Request['as']) =>
  service.send({
    method: operation.method,
    path: addressOf(operation, isStream(operation) ? { project: 'nowhere' } : {}),
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

  it('there are commands and reads of every service to be refused', () => {
    const least = { release: [30, 15], environment: [20, 15], 'knowledge-base': [1, 5] } as const;
    for (const name of serviceNames) {
      const isOfService = ({ service: of }: Operation) => of === name;
      expect(commands.filter(isOfService).length).toBeGreaterThanOrEqual(least[name][0]);
      expect(reads.filter(isOfService).length).toBeGreaterThanOrEqual(least[name][1]);
    }
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
    const documents = serviceNames.map((name) => `/openapi/${name}.json`);
    const paths = [...open.map(({ path }) => path), ...documents];
    expect(paths).toStrictEqual([
      '/health/live',
      '/health/started',
      '/health/ready',
      '/openapi/release.json',
      '/openapi/environment.json',
      '/openapi/knowledge-base.json',
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
      findEnvironmentEvents: 400,
      findKnowledgeEvents: 400,
    });
    const [, projects, me] = answers;
    expect(projects?.json()).toStrictEqual({ items: [], next: null });
    expect(me?.json()).toMatchObject({ projects: ['other'] });
    for (const events of ['events', 'environment-events', 'knowledge-events']) {
      const path = `/v1/${events}?project=shop`;
      expect((await service.send({ method: 'GET', path, as: guest })).statusCode).toBe(403);
    }
  });
});
