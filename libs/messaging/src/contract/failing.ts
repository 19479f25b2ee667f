import type { UnderTest } from './under-test.js';
import { aMessage, gate, keys, messages, Taker, textOf, until } from './fixtures.js';

/** What health says of a consumer while a message waits. */
const trouble =
  'warehouse could not take a message of orders; it is delivered again, and those behind it wait';

export function failing({ messaging, reopened }: UnderTest): void {
  describe('a message that could not be taken', () => {
    it('is delivered again until it is taken, before those behind it', async () => {
      let failures = 0;
      const taker = new Taker(messaging(), 'warehouse', 'orders', (message) => {
        if (textOf(message) === '1' && failures++ < 3) throw new Error('the shelf is full');
      });
      await messaging().publish('orders', messages('a', 3));
      await taker.has(6);
      expect(taker.texts).toStrictEqual(['0', '1', '1', '1', '1', '2']);
      expect(new Set(taker.taken.map(({ mark }) => mark)).size).toBe(3);
    });

    it('troubles its consumer until it is taken, in words for everybody', async () => {
      let full = true;
      const taker = new Taker(messaging(), 'warehouse', 'orders', () => {
        if (full) throw new Error('shelf 17 on host-4 is full');
      });
      await messaging().publish('orders', messages('a', 1));
      await until(() => taker.trouble() !== undefined);
      expect(taker.trouble()).toBe(trouble);
      full = false;
      await until(() => taker.trouble() === undefined);
    });

    it('holds up nobody but its partition', async () => {
      const all = keys(64);
      const taker = new Taker(messaging(), 'warehouse', 'orders', ({ key }) => {
        if (key === all[0]) throw new Error('the shelf is full');
      });
      await messaging().publish(
        'orders',
        all.flatMap((key) => messages(key, 1)),
      );
      const partitions = () => new Set(taker.taken.map(({ key }) => key)).size;
      await until(() => partitions() > 32);
      expect(taker.trouble()).toBe(trouble);
    });

    it.each([
      new SyntaxError('Unexpected token'),
      new TypeError('undefined is not a function'),
      new RangeError('Invalid array length'),
      'a text',
      undefined,
    ])('is one whatever its handler fails with: %s', async (failure) => {
      let failed = false;
      const taker = new Taker(messaging(), 'warehouse', 'orders', () => {
        if (failed) return undefined;
        failed = true;
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what is no error is thrown as well
        return Promise.reject(failure);
      });
      await messaging().publish('orders', messages('a', 2));
      await taker.has(3);
      expect(taker.texts).toStrictEqual(['0', '0', '1']);
    });

    it('is delivered after everything was opened again', async () => {
      const taker = new Taker(messaging(), 'warehouse', 'orders', (message) => {
        if (textOf(message) === '1') throw new Error('the shelf is full');
      });
      await messaging().publish('orders', messages('a', 3));
      await taker.has(2);
      await reopened();
      const after = new Taker(messaging(), 'warehouse');
      await after.has(2);
      expect(after.texts).toStrictEqual(['1', '2']);
    });

    it('waits longer with every failure', async () => {
      const at: number[] = [];
      const taker = new Taker(messaging(), 'warehouse', 'orders', () => {
        at.push(performance.now());
        throw new Error('the shelf is full');
      });
      await messaging().publish('orders', messages('a', 1));
      await taker.has(6);
      const [before = 0, last = 0] = at.slice(-2);
      // The longest delay, cut in half; a timer is early by a millisecond at most. The first one is 5 ms at most.
      expect(last - before).toBeGreaterThanOrEqual(19);
    });
  });

  describe('a handler that takes long', () => {
    it('is not called for the next message of its key meanwhile', async () => {
      const { opened, open } = gate();
      const taker = new Taker(messaging(), 'warehouse', 'orders', ({ key }) =>
        key === 'a' ? opened : undefined,
      );
      await messaging().publish('orders', [...messages('a', 2)]);
      await taker.has(1);
      await messaging().publish('parcels', [aMessage('b', 'else')]);
      expect(taker.texts).toStrictEqual(['0']);
      open();
      await taker.has(2);
    });
  });
}
