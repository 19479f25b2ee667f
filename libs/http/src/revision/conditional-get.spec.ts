import { fastify } from 'fastify';
import { answerConditionalGets } from './conditional-get.js';

const app = fastify();
answerConditionalGets(app);
app.get('/kept', (_, reply) => reply.header('etag', '"7"').send('seven'));
app.get('/fresh', (_, reply) =>
  reply.header('etag', '"7"').header('cache-control', 'no-store').send('seven'),
);

const statusOf = async (url: string, ifNoneMatch: string) =>
  (await app.inject({ url, headers: { 'if-none-match': ifNoneMatch } })).statusCode;

describe('a conditional read', () => {
  afterAll(() => app.close());

  it('is answered with 304 when its tags name what would be answered', async () => {
    expect(await statusOf('/kept', '"6", W/"7"')).toBe(304);
    expect(await statusOf('/kept', '*')).toBe(304);
    expect(await statusOf('/kept', '"6"')).toBe(200);
  });

  it('is answered in full where the answer is not to be kept', async () => {
    expect(await statusOf('/fresh', '"7"')).toBe(200);
  });
});
