import { once } from 'node:events';
import { jest } from '@jest/globals';
import { IdempotencyStore, AnswersUnavailable } from '../idempotency/idempotency-store.js';
import { as, base, handled, httpApp, slow } from './http-app.fixture.js';

describe('the repeats of an HTTP app', () => {
  const { app, post, get, problemIn, kindOf } = httpApp();

  describe('answers a repeat with the same Idempotency-Key', () => {
    let keys = 0;
    let key: { 'idempotency-key': string };
    beforeEach(() => {
      key = { 'idempotency-key': `key-${keys++}` };
    });

    const cannotRecord = () =>
      jest
        .spyOn(app().get(IdempotencyStore), 'complete')
        .mockImplementationOnce(async (request) => {
          await app().get(IdempotencyStore).release(request);
          throw new AnswersUnavailable('it is away');
        });

    it('with the first answer, and does nothing again', async () => {
      const first = await post('', { version: '1' }, key);
      const again = await post('', { version: '1' }, key);
      expect(first.headers['idempotency-replayed']).toBeUndefined();
      expect(again.headers['idempotency-replayed']).toBe('true');
      for (const { statusCode, body, headers } of [first, again]) {
        const { etag, location } = headers;
        expect({ statusCode, body, etag, location }).toStrictEqual({
          statusCode: 201,
          body: '{"version":"1","handled":1}',
          etag: '"1"',
          location: '/v1/1',
        });
        expect(headers['content-type']).toBe('application/json; charset=utf-8');
      }
      expect(handled).toHaveLength(1);
    });

    it('with the first refusal', async () => {
      const [first, again] = [await post('/refused', {}, key), await post('/refused', {}, key)];
      expect(problemIn(again)).toMatchObject({
        status: 409,
        type: 'urn:roadbook:rule:2-four-artifacts',
        detail: 'waiting for quality, 1',
      });
      expect(again.body).toBe(first.body);
      expect(handled).toHaveLength(1);
    });

    it('by deciding anew where the refusal could not be recorded, which nobody was told', async () => {
      cannotRecord();
      const unrecorded = await post('/refused', {}, key);
      expect(kindOf(unrecorded)).toStrictEqual([503, 'unavailable']);
      expect(unrecorded.headers['retry-after']).toBe('1');
      expect(unrecorded.body).not.toContain('waiting for quality');
      expect((await post('/refused', {}, key)).statusCode).toBe(409);
      expect(handled).toHaveLength(2);
    });

    it('by the id of its command where the answer could not be recorded', async () => {
      cannotRecord();
      const first = await post('', { version: '1' }, key);
      expect([first.statusCode, first.body]).toStrictEqual([201, '{"version":"1","handled":1}']);
      expect(first.headers).toMatchObject({ etag: '"1"', location: '/v1/1' });
      await post('', { version: '1' }, key);
      expect(handled[1]!.commandId).toBe(handled[0]!.commandId);
    });

    it('by trying anew when the first one decided nothing', async () => {
      expect((await post('/broken', {}, key)).statusCode).toBe(500);
      expect((await post('/broken', {}, key)).statusCode).toBe(500);
      expect(handled).toHaveLength(2);
      expect(handled[0]!.commandId).toBe(handled[1]!.commandId);
      const fixed = { 'idempotency-key': `${key['idempotency-key']}-fixed` };
      expect((await post('', { version: 1 }, fixed)).statusCode).toBe(400);
      expect((await post('', { version: '1' }, fixed)).statusCode).toBe(201);
    });

    it('with 422 when the body or the address is another one', async () => {
      await post('', { version: '1' }, key);
      const reused = [422, 'idempotency-key-reused'];
      expect(kindOf(await post('', { version: '2' }, key))).toStrictEqual(reused);
      expect(kindOf(await post('?x=1', { version: '1' }, key))).toStrictEqual(reused);
      expect(handled).toHaveLength(1);
    });

    it('with 409 while the first one is under way, and when to ask again', async () => {
      const entered = once(slow, 'entered');
      const first = post('/slow', {}, key);
      await entered;
      const meanwhile = await post('/slow', {}, key);
      expect(kindOf(meanwhile)).toStrictEqual([409, 'idempotency-key-in-use']);
      expect(meanwhile.headers['retry-after']).toBe('1');
      slow.emit('go on');
      expect((await first).statusCode).toBe(201);
      expect((await post('/slow', {}, key)).statusCode).toBe(201);
      expect(handled).toHaveLength(1);
    });

    it('as a first one when another actor sent it', async () => {
      await post('', { version: '1' }, key);
      await post('', { version: '1' }, { ...key, ...as('ben') });
      expect(handled).toHaveLength(2);
      expect(handled[0]!.commandId).not.toBe(handled[1]!.commandId);
    });

    it.each(['', 'x'.repeat(256), 'é'])('with 400 when the key is %j', async (wrong) => {
      const response = await post('', { version: '1' }, { 'idempotency-key': wrong });
      expect(kindOf(response)).toStrictEqual([400, 'malformed-request']);
    });

    it('never for a read', async () => {
      const first = await get(base, { ...as('ana'), ...key });
      const again = await get(base, { ...as('ana'), ...key });
      expect([first, again].map(({ headers }) => headers['idempotency-replayed'])).toStrictEqual([
        undefined,
        undefined,
      ]);
    });
  });
});
