import { Release } from './release.js';
import { shop } from './shop.js';
import { Service } from './service.js';

let service: Service;
let release: Release;
let planned: Release;
beforeAll(async () => {
  service = await Service.start();
  await shop(service);
  release = new Release(service, '1.4.0');
  await release.goLive();
  const why = { reason: 'orders fail', confirmation: 'since then', usersAffected: true };
  await release.post('cio', 'rollback', why);
  planned = new Release(service, '2.0.0');
  await planned.plan();
});
afterAll(() => service.stop());

const documents = [
  ['checklist', '## RELEASE CHECKLIST — v1.4.0\n'],
  ['deployment-log', '## DEPLOYMENT LOG — v1.4.0\n'],
  ['rollback-report', '## ROLLBACK REPORT — v1.4.0\n'],
] as const;

const ask = (document: string, accept?: string, path = release.path) =>
  service.send({
    method: 'GET',
    path: `${path}/${document}`,
    as: 'auditor',
    ...(accept !== undefined && { headers: { accept } }),
  });

describe.each(documents)('the %s', (document, heading) => {
  it.each(['text/markdown', 'text/*, application/json;q=0.5', 'application/json;q=0, */*'])(
    'is Markdown for who asks for %s',
    async (accept) => {
      const { statusCode, headers, body } = await ask(document, accept);
      expect([statusCode, headers['content-type'], headers.vary]).toStrictEqual([
        200,
        'text/markdown; charset=utf-8',
        'Accept',
      ]);
      expect(body.startsWith(heading)).toBe(true);
    },
  );

  it.each([undefined, '*/*', 'application/json', 'application/*', 'text/markdown;q=0.1, */*'])(
    'is JSON for who asks for %s',
    async (accept) => {
      const { statusCode, headers } = await ask(document, accept);
      expect([statusCode, headers['content-type']]).toStrictEqual([
        200,
        'application/json; charset=utf-8',
      ]);
    },
  );

  it('is nothing else: 406 says what there is', async () => {
    const answer = await ask(document, 'text/html, image/*');
    expect(answer.statusCode).toBe(406);
    expect(answer.json()).toMatchObject({ offered: ['application/json', 'text/markdown'] });
  });

  it('is there for nobody who has no release', async () => {
    const path = '/v1/projects/shop/releases/9.9.9';
    expect((await ask(document, 'text/markdown', path)).statusCode).toBe(404);
  });
});

describe('a document that is not there yet', () => {
  it.each(['deployment-log', 'rollback-report'])('is not found: %s', async (document) => {
    expect((await ask(document, undefined, planned.path)).statusCode).toBe(404);
  });
});
