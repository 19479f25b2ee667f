import { requestLimits } from '@roadbook/http';
import { commands, named } from './described.js';
import type { Operation } from './described.js';
import { addressOf, exampleBody } from './example.js';
import { read } from './asking.js';
import { Release, ticket } from './release.js';
import { projectPath, shop } from './shop.js';
import { Service } from './service.js';

let service: Service;
beforeAll(async () => {
  service = await Service.start();
  await shop(service);
  await new Release(service, '1.4.0').plan();
});
afterAll(() => service.stop());

/** What each service has on record. */
const recorded = () =>
  Promise.all(
    ['events', 'environment-events', 'knowledge-events'].map((events) =>
      read(service, `/v1/${events}?project=shop&limit=200`),
    ),
  );

async function answered(operation: Operation, body: object | string, headers = {}) {
  const { method, roles } = operation;
  const as = roles?.[0];
  const answer = await service.send({ method, path: addressOf(operation), as, body, headers });
  const { type } = answer.json<{ type: string }>();
  return [answer.statusCode, type.replace('urn:roadbook:problem:', '')];
}

const { bodyBytesMax, depthMax } = requestLimits;
const tooDeep = '{"a":'.repeat(depthMax + 1) + '1' + '}'.repeat(depthMax + 1);

describe('a body that cannot be taken', () => {
  it.each(named(commands))('is refused by %s, and nothing is recorded', async (_, operation) => {
    const before = await recorded();
    const good = exampleBody(operation);
    expect([
      await answered(operation, { ...good, colour: 'red' }),
      await answered(operation, { ...good, occurredAt: 'yesterday' }),
      await answered(operation, 'x'.repeat(bodyBytesMax + 1)),
      await answered(operation, tooDeep),
      await answered(operation, '{"half": '),
      await answered(operation, 'text', { 'content-type': 'text/plain' }),
    ]).toStrictEqual([
      [400, 'invalid-request'],
      [400, 'invalid-request'],
      [413, 'too-large'],
      [400, 'malformed-request'],
      [400, 'malformed-request'],
      [415, 'unsupported-media-type'],
    ]);
    expect(await recorded()).toStrictEqual(before);
  });

  it('is refused with the place of each fault', async () => {
    const path = `${projectPath}/releases`;
    const tickets = [ticket, { ...ticket, colour: 'red', title: '' }];
    const body = { version: 'v1', kind: 'standard', tickets };
    const answer = await service.send({ method: 'POST', path, as: 'cio', body });
    const { errors } = answer.json<{ errors: { field: string }[] }>();
    expect(errors.map(({ field }) => field).sort()).toStrictEqual([
      'tickets[1].colour',
      'tickets[1].title',
      'version',
    ]);
  });

  it('is refused when it holds a secret, which the answer does not repeat', async () => {
    const secret = `ghp_${'a1B2'.repeat(9)}`;
    const path = `${projectPath}/releases/1.4.0/withdrawal`;
    const body = { reason: `see ${secret}` };
    const answer = await service.send({ method: 'POST', path, as: 'cio', body });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).not.toContain(secret);
  });
});
