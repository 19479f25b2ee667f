import { read } from './asking.js';
import { eventually } from './eventually.js';
import { Release, ticket } from './release.js';
import { eventCount, projectPath, shop } from './shop.js';
import type { Request } from './service.js';
import { Service } from './service.js';

let service: Service;
beforeAll(async () => {
  service = await Service.start();
  await shop(service);
});
afterAll(() => service.stop());

let keys = 0;
const newKey = () => ({ 'idempotency-key': `journey-${String((keys += 1))}` });

const plan = (version: string, headers: Record<string, string>): Request => ({
  method: 'POST',
  path: `${projectPath}/releases`,
  as: 'cio',
  body: { version, kind: 'standard', tickets: [ticket] },
  headers,
});

describe('a command that is repeated with its key', () => {
  it('is given the same answer, and leaves nothing more on record', async () => {
    const request = plan('1.0.0', newKey());
    const first = await service.send(request);
    const events = await eventCount(service);
    const again = await service.send(request);
    for (const { statusCode, body, headers } of [first, again])
      expect([statusCode, headers.etag, headers.location, body]).toStrictEqual([
        201,
        '"0"',
        `${projectPath}/releases/1.0.0`,
        first.body,
      ]);
    expect([first, again].map(({ headers }) => headers['idempotency-replayed'])).toStrictEqual([
      undefined,
      'true',
    ]);
    expect(await eventCount(service)).toBe(events);
  });

  it('is given the same refusal, also when it would not be refused any more', async () => {
    const request: Request = {
      method: 'POST',
      path: `${projectPath}/releases/1.0.0/deployments`,
      as: 'cio',
      body: { environment: 'production' },
      headers: newKey(),
    };
    const first = await service.send(request);
    await new Release(service, '1.0.0').choose();
    const again = await service.send(request);
    expect([first.statusCode, again.statusCode, again.body]).toStrictEqual([409, 409, first.body]);
  });

  it('is known by its events when its answer was forgotten after a day', async () => {
    const request = plan('1.1.0', newKey());
    const first = await service.send(request);
    service.clock.advance({ hours: 25 });
    let again = first;
    // An answer is known from memory, however old, until it is written a moment later.
    await eventually(async () => {
      again = await service.send(request);
      return again.headers['idempotency-replayed'] === undefined;
    });
    expect([again.statusCode, again.json()]).toStrictEqual([201, first.json()]);
  });

  it('is tried anew when nothing was decided on it', async () => {
    const request = {
      ...plan('1.0.0', newKey()),
      path: '/v1/projects/later/releases',
    } as const;
    expect((await service.send(request)).statusCode).toBe(404);
    const body = { project: 'later', name: 'Later' };
    await service.send({ method: 'POST', path: '/v1/projects', as: 'orchestrator', body });
    expect((await service.send(request)).statusCode).toBe(201);
  });
});

describe('a key', () => {
  it('belongs to one content and one address', async () => {
    const key = newKey();
    await service.send(plan('1.2.0', key));
    const release = `${projectPath}/releases/1.2.0`;
    const reason = { reason: 'another plan' };
    const answers = [
      await service.send(plan('1.3.0', key)),
      await service.send({ ...plan('1.2.0', key), path: `${release}/withdrawal`, body: reason }),
    ];
    for (const answer of answers) {
      const { type } = answer.json<{ type: string }>();
      expect([answer.statusCode, type]).toStrictEqual([
        422,
        'urn:roadbook:problem:idempotency-key-reused',
      ]);
    }
    expect(await read(service, release)).toMatchObject({ state: 'planned' });
  });

  it('cannot be used again while its first request is under way', async () => {
    const request = plan('1.4.0', newKey());
    const answers = await Promise.all([service.send(request), service.send(request)]);
    const [first, second] = answers;
    expect([first.statusCode, second.statusCode]).toStrictEqual([201, 409]);
    expect(second.json()).toMatchObject({
      type: 'urn:roadbook:problem:idempotency-key-in-use',
    });
    expect((await service.send(request)).body).toBe(first.body);
  });

  it('of somebody else is another one', async () => {
    const key = newKey();
    const request = { ...plan('1.5.0', key), as: { subject: 'ana', roles: ['cio'] } } as const;
    expect((await service.send(request)).statusCode).toBe(201);
    expect((await service.send({ ...plan('1.6.0', key) })).statusCode).toBe(201);
  });
});
