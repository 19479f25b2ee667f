import { guarded, named, operations } from './described.js';
import { addressOf, exampleBody } from './example.js';
import { shop } from './shop.js';
import { Service } from './service.js';

let service: Service;
beforeAll(async () => {
  service = await Service.start();
  await shop(service);
});
afterAll(() => service.stop());

const asking = [...guarded, ...operations.filter(({ id }) => id === 'readTopic')];

describe('a query', () => {
  it.each(named(asking))('that %s does not know is refused, and named', async (_, operation) => {
    const { method, roles, body } = operation;
    const address = addressOf(operation, { project: 'shop' });
    const answer = await service.send({
      method,
      path: `${address}${address.includes('?') ? '&' : '?'}colour=red`,
      as: roles?.[0],
      ...(body && { body: exampleBody(operation) }),
    });
    const { errors } = answer.json<{ errors?: unknown }>();
    expect([answer.statusCode, errors]).toStrictEqual([
      400,
      [{ field: 'colour', message: 'is not a field of this request' }],
    ]);
  });

  it('is nothing to a probe, which may send what it likes', async () => {
    const path = '/health/ready?at=1772438400';
    expect((await service.send({ method: 'GET', path })).statusCode).toBe(200);
  });
});
