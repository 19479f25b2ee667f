import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { UnderTest } from './under-test.js';
import { aMessage, keys, messages, Taker, textOf } from './fixtures.js';

export function ordering({ messaging }: UnderTest): void {
  describe('messages with one key', () => {
    it('are delivered in the order of publication, one at a time', async () => {
      let running = 0;
      let most = 0;
      const taker = new Taker(messaging(), 'warehouse', 'orders', async () => {
        most = Math.max(most, ++running);
        await turnOfTheLoop();
        running--;
      });
      for (let round = 0; round < 10; round++)
        await messaging().publish('orders', messages('a', 10));
      await taker.has(100);
      const numbers = Array.from({ length: 10 }, (_, number) => String(number));
      expect(taker.texts).toStrictEqual(Array.from({ length: 10 }, () => numbers).flat());
      expect(most).toBe(1);
    });

    it('stay in order among those with other keys', async () => {
      const taker = new Taker(messaging(), 'warehouse');
      const all = keys(40);
      for (let number = 0; number < 20; number++)
        await messaging().publish(
          'orders',
          all.map((key) => aMessage(key, String(number))),
        );
      await taker.has(800);
      const numbers = Array.from({ length: 20 }, (_, number) => String(number));
      for (const key of all)
        expect(taker.taken.filter((one) => one.key === key).map(textOf)).toStrictEqual(numbers);
    });
  });

  describe('messages with different keys', () => {
    it('are handled at the same time', async () => {
      let running = 0;
      let most = 0;
      const taker = new Taker(messaging(), 'warehouse', 'orders', async () => {
        most = Math.max(most, ++running);
        await turnOfTheLoop();
        running--;
      });
      await messaging().publish(
        'orders',
        keys(100).flatMap((key) => messages(key, 1)),
      );
      await taker.has(100);
      expect(most).toBeGreaterThan(1);
    });
  });
}
