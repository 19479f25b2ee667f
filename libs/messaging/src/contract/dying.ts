import { createHash } from 'node:crypto';
import { ManualClock } from '@roadbook/process';
import { DeadLetters } from '../dead-letters/index.js';
import { Poison } from '../poison.js';
import type { UnderTest } from './under-test.js';
import { aMessage, messages, readToEnd, Taker, textOf, textsOf, until } from './fixtures.js';

/** Put together here, so that no file ever holds one. */
const secret = `ghp_${'aB3'.repeat(12)}`;
const clock = new ManualClock('2026-03-01T10:00:00.000Z');

export function dying({ messaging, reopened }: UnderTest): void {
  const deadLetters = () => new DeadLetters(messaging(), clock);
  const untilDead = (count: number, topic = 'orders') =>
    until(async () => (await deadLetters().list(topic)).length >= count);
  const poisonFor = (text: string, reason = 'an order needs a customer') =>
    new Taker(messaging(), 'warehouse', 'orders', (message) => {
      if (textOf(message) === text) throw new Poison(reason);
    });

  describe('a poisonous message', () => {
    it('becomes a dead letter, and the next one follows', async () => {
      const taker = poisonFor('1');
      await messaging().publish('orders', messages('a', 3));
      await taker.has(3);
      expect(taker.texts).toStrictEqual(['0', '1', '2']);
      await untilDead(1);
      expect(taker.trouble()).toBeUndefined();
    });

    it('is kept as it was, with its consumer, its topic, its time and the reason', async () => {
      const body = Uint8Array.from({ length: 256 }, (_, index) => index);
      const original = { key: 'shop/1.4.0', headers: { ce_id: 'message-1' }, body };
      new Taker(messaging(), 'warehouse', 'orders', () => {
        throw new Poison('an order needs a customer');
      });
      await messaging().publish('orders', [original]);
      await untilDead(1);
      const [listed] = await deadLetters().list('orders');
      expect(listed).toMatchObject({
        consumer: 'warehouse',
        topic: 'orders',
        reason: 'an order needs a customer',
        key: 'shop/1.4.0',
      });
      expect(listed?.diedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      const letter = await deadLetters().find('orders', listed?.id ?? '');
      const { original: kept, ...rest } = letter;
      expect(rest).toStrictEqual(listed);
      if (!('body' in kept)) throw new Error('only the digest was kept');
      expect({ ...kept, body: [...kept.body] }).toStrictEqual({ ...original, body: [...body] });
    });

    it('is dead for the consumer that could not take it, and for no other', async () => {
      poisonFor('1');
      const accounting = new Taker(messaging(), 'accounting');
      await messaging().publish('orders', messages('a', 3));
      await accounting.has(3);
      await untilDead(1);
      expect(await deadLetters().list('orders')).toHaveLength(1);
    });

    it('stays dead when everything was opened again', async () => {
      await messaging().publish('orders', messages('a', 2));
      const taker = poisonFor('0');
      await taker.has(2);
      await untilDead(1);
      await reopened();
      const after = new Taker(messaging(), 'warehouse');
      await messaging().publish('orders', [aMessage('a', 'later')]);
      await after.has(1);
      expect(after.texts).toStrictEqual(['later']);
      expect(await deadLetters().list('orders')).toHaveLength(1);
    });

    it('can be as large as a message can be', async () => {
      const body = new Uint8Array(256 * 1024 - 1);
      new Taker(messaging(), 'warehouse', 'orders', () => {
        throw new Poison('r'.repeat(5000));
      });
      await messaging().publish('orders', [{ key: 'k', headers: {}, body }]);
      await untilDead(1);
      const [letter] = await deadLetters().list('orders');
      expect(letter?.reason).toBe(`${'r'.repeat(2000)}…`);
    });

    it('leaves the others of all partitions to be taken', async () => {
      const taker = new Taker(messaging(), 'warehouse', 'orders', (message) => {
        if (Number(textOf(message)) % 3 === 0) throw new Poison('divisible by three');
      });
      for (let key = 0; key < 20; key++)
        await messaging().publish('orders', messages(`key-${key}`, 9));
      await taker.has(180);
      await untilDead(60);
      expect(await deadLetters().list('orders')).toHaveLength(60);
      expect(taker.trouble()).toBeUndefined();
    });
  });

  describe('a dead letter that holds a secret', () => {
    const die = async (message: ReturnType<typeof aMessage>, reason = 'no such order') => {
      new Taker(messaging(), 'warehouse', 'orders', () => {
        throw new Poison(reason);
      });
      await messaging().publish('orders', [message]);
      await untilDead(1);
      const [listed] = await deadLetters().list('orders');
      return deadLetters().find('orders', listed?.id ?? '');
    };
    const everything = async () => {
      const kept = await readToEnd(messaging(), 'orders.dead-letters');
      return JSON.stringify(kept.map((one) => ({ ...one, body: textOf(one) })));
    };
    const escaped = JSON.stringify({ note: secret }).replace('ghp', '\\u0067hp');
    const plain = aMessage('a', 'an order');

    it.each([
      ['its body', aMessage('a', `a note: ${secret}`)],
      ['its body, written with escapes', aMessage('a', escaped)],
      ['its key', aMessage(`shop/${secret}`, 'an order')],
      ['a header', { ...plain, headers: { ...plain.headers, ce_subject: secret } }],
      [
        'the name of a header',
        { ...plain, headers: { [secret.toLowerCase()]: 'x', note: secret } },
      ],
    ])('in %s has only the digest', async (_, message) => {
      const letter = await die(message);
      expect(letter.original).toStrictEqual({
        sha256: createHash('sha256').update(message.body).digest('hex'),
        secret: 'a GitHub token',
      });
      expect(await everything()).not.toContain(secret);
      expect(await everything()).not.toContain('\\\\u0067hp');
    });

    it('can not be replayed, and says so', async () => {
      const { id } = await die(aMessage('a', secret));
      await expect(deadLetters().replay('orders', id, 'ana')).rejects.toThrow(
        `dead letter ${id} held a GitHub token, and only its digest was kept; its sender has to publish it again, without the secret`,
      );
      expect(await readToEnd(messaging(), 'orders')).toHaveLength(1);
    });

    it('in its reason does not say it', async () => {
      const letter = await die(plain, `${secret} is no customer`);
      expect(letter.reason).toBe('the reason held what looks like a GitHub token, and is withheld');
      expect(await everything()).not.toContain(secret);
    });
  });

  describe('the replay of a dead letter', () => {
    const dead = async () => {
      const taker = poisonFor('0');
      await messaging().publish('orders', messages('a', 1));
      await untilDead(1);
      await taker.stop();
      const [letter] = await deadLetters().list('orders');
      return letter?.id ?? '';
    };

    it('publishes the original to its topic again, and writes down when and by whom', async () => {
      const id = await dead();
      const taker = new Taker(messaging(), 'warehouse');
      const replayed = await deadLetters().replay('orders', id, 'ana');
      await taker.has(1);
      const [first, second] = await readToEnd(messaging(), 'orders');
      const { mark: _, publishedAt: __, ...original } = first ?? {};
      expect(second).toMatchObject(original);
      expect(replayed.replayed).toStrictEqual({ at: '2026-03-01T10:00:00.000Z', by: 'ana' });
      expect(await deadLetters().list('orders')).toMatchObject([
        { id, replayed: { at: '2026-03-01T10:00:00.000Z', by: 'ana' } },
      ]);
    });

    it('happens once', async () => {
      const id = await dead();
      await deadLetters().replay('orders', id, 'ana');
      await expect(deadLetters().replay('orders', id, 'ben')).rejects.toThrow(
        `dead letter ${id} was replayed at 2026-03-01T10:00:00.000Z by ana; if it died again, replay that letter`,
      );
      expect(await readToEnd(messaging(), 'orders')).toHaveLength(2);
    });

    it('is remembered when everything was opened again', async () => {
      const id = await dead();
      await deadLetters().replay('orders', id, 'ana');
      await reopened();
      await expect(deadLetters().replay('orders', id, 'ben')).rejects.toThrow('was replayed');
    });

    it('makes another dead letter when it dies again', async () => {
      const id = await dead();
      poisonFor('0', 'still no customer');
      await deadLetters().replay('orders', id, 'ana');
      await untilDead(2);
      const letters = await deadLetters().list('orders');
      expect(letters.map(({ reason }) => reason)).toStrictEqual([
        'an order needs a customer',
        'still no customer',
      ]);
      expect(letters[1]?.replayed).toBeUndefined();
      await deadLetters().replay('orders', letters[1]?.id ?? '', 'ben');
      expect(textsOf(await readToEnd(messaging(), 'orders'))).toStrictEqual(['0', '0', '0']);
    });

    it('is refused for a letter that there is not', async () => {
      await dead();
      await expect(deadLetters().replay('orders', 'none', 'ana')).rejects.toThrow(
        'there is no dead letter none of orders; list them to see those that there are',
      );
      await expect(deadLetters().replay('parcels', 'none', 'ana')).rejects.toThrow('of parcels');
    });
  });

  describe('what somebody else put among the dead letters', () => {
    it('is no dead letter', async () => {
      await messaging().publish('orders.dead-letters', [aMessage('a', 'noise')]);
      expect(await deadLetters().list('orders')).toStrictEqual([]);
    });
  });
}
