import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { Service } from '../api/service.js';
import type { Request } from '../api/service.js';
import { shop } from '../api/shop.js';
import { foundIn, planted, Turns } from './planted.js';
import type { Planted } from './planted.js';
import { addressOf, allFieldsOf, declared, fieldsOf } from './places.js';
import type { Place } from './places.js';
import { routes } from './routes.js';
import type { Route } from './routes.js';
import { Traces } from './traces.js';

/** How many shapes every text field is tried with; the next field has the next ones. */
const shapesEach = 4;
const patience = 120_000;

const refusalOf = (answer: LightMyRequestResponse) => {
  const { type, field, shape } = answer.json<Readonly<Record<string, string>>>();
  return {
    status: answer.statusCode,
    type: type?.replace('urn:roadbook:problem:', ''),
    field,
    shape,
  };
};

describe('a secret in a request', () => {
  const traces = new Traces();
  const turns = new Turns();
  const shapesTried = new Set<string>();
  let tried = 0;
  let service: Service;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'roadbook-journey-'));
    service = await Service.start(undefined, folder, { logger: traces.logger });
    await shop(service);
  });
  afterAll(() => service.stop());

  async function send(what: string, request: Request, { shape }: Planted) {
    const answer = await service.send(request);
    traces.answer(`${what} ${shape}`, answer);
    shapesTried.add(shape);
    tried += 1;
    return answer;
  }

  /** What is answered otherwise than by the refusal that names the field and the shape. */
  async function otherwise(places: readonly Place[]): Promise<object[]> {
    const answers: object[] = [];
    for (const { field, request } of places)
      for (const one of turns.take(shapesEach)) {
        const answer = await send(field, request(one.secret), one);
        const expected = { status: 422, type: 'secret-in-text', field, shape: one.shape };
        const refusal = refusalOf(answer);
        if (JSON.stringify(refusal) !== JSON.stringify(expected))
          answers.push({ expected, refusal });
      }
    return answers;
  }

  const each = (count: (route: Route) => number) =>
    routes.filter((route) => count(route) > 0).map((route): [string, Route] => [route.id, route]);

  it.each(each((route) => fieldsOf(route).length))(
    'is refused in every text field of the body of %s',
    async (_, route) => expect(await otherwise(fieldsOf(route))).toStrictEqual([]),
    patience,
  );

  it.each(each((route) => addressOf(route).length))(
    'is refused in every part of the address of %s',
    async (_, route) => expect(await otherwise(addressOf(route))).toStrictEqual([]),
    patience,
  );

  it('is refused as the name of a field, and as the key of a repeat', async () => {
    const path = '/v1/projects';
    for (const one of planted) {
      const named = {
        method: 'POST',
        path,
        as: 'orchestrator',
        body: { [one.secret]: 'x' },
      } as const;
      expect(refusalOf(await send('name', named, one))).toMatchObject({
        status: 422,
        shape: one.shape,
      });
      const headers = { 'idempotency-key': one.secret };
      const keyed = { method: 'POST', path, as: 'orchestrator', body: {}, headers } as const;
      expect(refusalOf(await send('key', keyed, one))).toStrictEqual({
        ...{ status: 422, type: 'secret-in-text' },
        ...{ field: 'Idempotency-Key', shape: one.shape },
      });
    }
  });

  it.each([
    'if-match',
    'roadbook-role',
    'last-event-id',
    'x-correlation-id',
    'user-agent',
    'accept',
  ])(
    'is not repeated from the header %s',
    async (name) => {
      for (const one of planted) {
        const headers = { [name]: one.secret };
        const body = { project: 'x', name: '' };
        await send(
          name,
          { method: 'POST', path: '/v1/projects', as: 'orchestrator', body, headers },
          one,
        );
        await send(name, { method: 'GET', path: '/v1/projects/shop', as: 'auditor', headers }, one);
      }
    },
    patience,
  );

  it('becomes a digest where a secret is declared', async () => {
    const places = routes.filter((route) =>
      allFieldsOf(route).some(({ field }) => field === declared),
    );
    expect(places.map(({ id }) => id).sort()).toStrictEqual([
      'proposeConfigurationChange',
      'reportConfiguration',
    ]);
    for (const one of planted) {
      const settings = [{ setting: 'TOKEN', secret: one.secret }];
      const path = '/v1/projects/shop/environments/dev/configuration';
      const request = { method: 'PUT', path, as: 'deployer', body: { settings } } as const;
      expect((await send('digest', request, one)).statusCode).toBe(200);
      const proposal = {
        ...{ what: 'Another token', reason: 'It is old.', risk: 'None.' },
        ...{ environments: ['dev'], settings },
      };
      const changes = '/v1/projects/shop/configuration-changes';
      const proposed = { method: 'POST', path: changes, as: 'cio', body: proposal } as const;
      expect((await send('proposed', proposed, one)).statusCode).toBeLessThan(500);
    }
  });

  it('would be seen, wherever it stood', () => {
    for (const { shape, secret } of planted) {
      expect(foundIn(JSON.stringify({ note: `see ${secret}` }))).toContain(shape);
      expect(foundIn(Buffer.from(`/v1?q=${encodeURIComponent(secret)}`))).toContain(shape);
    }
  });

  it('was tried in every shape, in every place', () => {
    expect([...shapesTried].sort()).toStrictEqual(planted.map(({ shape }) => shape).sort());
    expect(tried).toBeGreaterThan(1_500);
  });

  it('is in no answer, no line of the log, and no file of the data folder', async () => {
    await service.close();
    expect(traces.inAnswers()).toStrictEqual({});
    expect(traces.lines.length).toBeGreaterThan(tried);
    expect(traces.inLog()).toStrictEqual([]);
    const { found, files } = traces.inFiles(service.dataFolder);
    expect(found).toStrictEqual({});
    expect(files).toBeGreaterThan(5);
  });
});
