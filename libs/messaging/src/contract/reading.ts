import { UnknownMark } from '../errors.js';
import type { UnderTest } from './under-test.js';
import { aMessage, keys, messages, readToEnd, textsOf } from './fixtures.js';

export function reading({ messaging, reopened }: UnderTest): void {
  describe('reading a topic', () => {
    it('gives every message once, page by page, those of a key in order', async () => {
      const all = keys(20).flatMap((key) => messages(key, 5));
      await messaging().publish('orders', all);
      for (const limit of [1, 7, 100, 1000]) {
        const read = await readToEnd(messaging(), 'orders', limit);
        expect(read).toHaveLength(100);
        for (const key of keys(20))
          expect(textsOf(read.filter((one) => one.key === key))).toStrictEqual([
            ...['0', '1', '2', '3', '4'],
          ]);
      }
    });

    it('goes on behind a mark, that of a page or of a message', async () => {
      await messaging().publish('orders', messages('a', 5));
      const page = await messaging().read('orders', { limit: 2 });
      expect(textsOf(page.messages)).toStrictEqual(['0', '1']);
      expect(page.atEnd).toBe(false);
      const rest = await messaging().read('orders', { after: page.mark });
      expect(textsOf(rest.messages)).toStrictEqual(['2', '3', '4']);
      expect(rest.atEnd).toBe(true);
      const mark = page.messages[0]?.mark;
      expect(textsOf((await messaging().read('orders', { after: mark })).messages)).toStrictEqual([
        ...['1', '2', '3', '4'],
      ]);
    });

    it('gives a mark at the end from which what comes later is read', async () => {
      await messaging().publish('orders', messages('a', 2));
      const end = await messaging().read('orders');
      const empty = await messaging().read('orders', { after: end.mark });
      expect(empty).toStrictEqual({ messages: [], mark: end.mark, atEnd: true });
      await messaging().publish('parcels', [aMessage('a', 'a parcel')]);
      await messaging().publish('orders', [aMessage('a', 'later')]);
      const later = await messaging().read('orders', { after: empty.mark });
      expect(textsOf(later.messages)).toStrictEqual(['later']);
    });

    it('goes on behind a mark from before everything was opened again', async () => {
      await messaging().publish('orders', messages('a', 3));
      const { mark } = await messaging().read('orders', { limit: 1 });
      const page = await (await reopened()).read('orders', { after: mark });
      expect(textsOf(page.messages)).toStrictEqual(['1', '2']);
    });

    it('tells the end of a topic, behind which nothing lies but what comes later', async () => {
      expect(await messaging().end('orders')).toBeUndefined();
      await messaging().publish('orders', messages('a', 2));
      const after = await messaging().end('orders');
      await messaging().publish('parcels', [aMessage('a', 'a parcel')]);
      await messaging().publish('orders', [aMessage('a', 'later')]);
      const later = await messaging().read('orders', { after });
      expect(textsOf(later.messages)).toStrictEqual(['later']);
    });

    it('finds nothing where nothing was published', async () => {
      expect(await messaging().read('orders')).toStrictEqual({ messages: [], atEnd: true });
    });

    it('moves no consumer, and is moved by none', async () => {
      await messaging().publish('orders', messages('a', 3));
      expect(await readToEnd(messaging(), 'orders')).toStrictEqual(
        await readToEnd(messaging(), 'orders'),
      );
    });

    it.each(['', '0', '-1', 'x', '1e3', '9'.repeat(30), '999999'])(
      'refuses "%s", which no message has for a mark',
      async (after) => {
        await messaging().publish('orders', messages('a', 1));
        await expect(messaging().read('orders', { after })).rejects.toThrow(UnknownMark);
      },
    );

    it.each([0, -1, 1.5, 1001, Number.NaN])('refuses pages of %s', async (limit) => {
      await expect(messaging().read('orders', { limit })).rejects.toThrow(RangeError);
    });

    it('is refused where there is no topic', async () => {
      await expect(messaging().read('order')).rejects.toThrow('there is no topic order');
    });
  });
}
