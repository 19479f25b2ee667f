import { Release } from './release.js';
import { eventCount, projectPath, shop } from './shop.js';
import { Service } from './service.js';

let service: Service;
let release: Release;
beforeAll(async () => {
  service = await Service.start();
  await shop(service);
  release = new Release(service, '1.4.0');
  await release.plan();
});
afterAll(() => service.stop());

const declare = (reason: string, ifMatch: string, path = release.path) =>
  service.send({
    method: 'PUT',
    path: `${path}/clients`,
    as: 'cio',
    body: { affected: false, reason },
    headers: { 'if-match': ifMatch },
  });

const etag = async () => {
  const answer = await service.send({ method: 'GET', path: release.path, as: 'cio' });
  return String(answer.headers.etag);
};

describe('a command that names a revision', () => {
  it('is carried out at this one, and answers with the next', async () => {
    const answer = await declare('an inner change', await etag());
    expect([answer.statusCode, answer.headers.etag]).toStrictEqual([200, await etag()]);
  });

  it('is answered with 412 and the revision there is when that has passed', async () => {
    const events = await eventCount(service);
    const answer = await declare('another reason', '"0"');
    expect(answer.statusCode).toBe(412);
    expect(answer.json()).toMatchObject({
      type: 'urn:roadbook:problem:precondition-failed',
      revision: 1,
    });
    expect(await eventCount(service)).toBe(events);
  });

  it('is carried out at any of several, or at any at all', async () => {
    expect((await declare('one of two', '"0", "1"')).statusCode).toBe(200);
    expect((await declare('any', '*')).statusCode).toBe(200);
  });

  it('is answered with 400 when that is none', async () => {
    expect((await declare('none', '3')).statusCode).toBe(400);
  });

  it('is not carried out on a release that does not exist', async () => {
    const answer = await declare('nothing', '*', `${projectPath}/releases/9.9.9`);
    expect(answer.statusCode).toBe(412);
  });

  it('cannot start a promotion at another one either', async () => {
    const answer = await service.send({
      method: 'POST',
      path: `${release.path}/deployments`,
      as: 'cio',
      body: { environment: 'dev' },
      headers: { 'if-match': '"0"' },
    });
    expect(answer.statusCode).toBe(412);
  });
});

describe('a read', () => {
  it('is always given, as what it says depends on more than the revision', async () => {
    const headers = { 'if-none-match': await etag() };
    const request = { method: 'GET', path: release.path, as: 'cio', headers } as const;
    const answer = await service.send(request);
    expect([answer.statusCode, answer.headers['cache-control']]).toStrictEqual([200, 'no-store']);
  });
});
