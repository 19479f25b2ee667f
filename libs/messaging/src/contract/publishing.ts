import { MessageTooLarge, UnknownTopic } from '../errors.js';
import { messageBytesMax } from '../limits.js';
import type { UnderTest } from './under-test.js';
import { aMessage, messages, readToEnd, textsOf } from './fixtures.js';

export function publishing({ messaging, reopened }: UnderTest): void {
  describe('publish', () => {
    it('keeps key, headers and every byte', async () => {
      const message = {
        key: 'Grüße \u0000 🎉',
        headers: { ce_id: 'a "quoted" \\ ü 日本', constructor: 'x' },
        body: Uint8Array.from({ length: 512 }, (_, index) => index % 256),
      };
      await messaging().publish('orders', [message, { key: '', headers: {}, body: Buffer.of() }]);
      const [first, second] = await readToEnd(messaging(), 'orders');
      expect(first).toMatchObject({ topic: 'orders', key: message.key, headers: message.headers });
      expect(first?.publishedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect([...(first?.body ?? [])]).toStrictEqual([...message.body]);
      expect(second).toMatchObject({ key: '', headers: {} });
      expect(second?.body.byteLength).toBe(0);
    });

    it('is durable when it resolves', async () => {
      await messaging().publish('orders', messages('a', 3));
      expect(textsOf(await readToEnd(await reopened(), 'orders'))).toStrictEqual(['0', '1', '2']);
    });

    it('keeps its topic apart from others', async () => {
      await messaging().publish('orders', [aMessage('a', 'an order')]);
      await messaging().publish('parcels', [aMessage('a', 'a parcel')]);
      expect(textsOf(await readToEnd(messaging(), 'parcels'))).toStrictEqual(['a parcel']);
    });

    it('takes nothing at all without a word', async () => {
      await messaging().publish('orders', []);
      expect(await readToEnd(messaging(), 'orders')).toStrictEqual([]);
    });

    it('takes many at once', async () => {
      const all = Array.from({ length: 200 }, (_, key) => messages(`key-${key}`, 5));
      await Promise.all(all.map((some) => messaging().publish('orders', some)));
      expect(await readToEnd(messaging(), 'orders')).toHaveLength(1000);
    });
  });

  describe('what can not be published', () => {
    it('is what has no topic: a typo makes none', async () => {
      await expect(messaging().publish('order', messages('a', 1))).rejects.toThrow(UnknownTopic);
      await expect(messaging().publish('order', [])).rejects.toThrow('there is no topic order');
    });

    it('is what is too large, and nothing of what came with it is published', async () => {
      const head = { key: 'k', headers: { name: 'ü' } };
      const bytes = messageBytesMax - 'k'.length - 'name'.length - 'ü'.length - 1;
      const largest = { ...head, body: new Uint8Array(bytes) };
      const tooLarge = { ...head, body: new Uint8Array(bytes + 1) };
      await messaging().publish('orders', [largest]);
      await expect(
        messaging().publish('orders', [aMessage('a', 'small'), tooLarge]),
      ).rejects.toThrow(MessageTooLarge);
      await expect(messaging().publish('orders', [tooLarge])).rejects.toThrow(
        'a message for orders has 917505 bytes; a message has at most 917504',
      );
      expect(await readToEnd(messaging(), 'orders')).toHaveLength(1);
    });

    it.each(['Content-Type', 'ce id', 'ü', '', '__proto__'])(
      'is what has a header called "%s"',
      async (name) => {
        const headers = Object.fromEntries([[name, 'x']]);
        await expect(
          messaging().publish('orders', [{ key: 'a', headers, body: Buffer.of() }]),
        ).rejects.toThrow(TypeError);
      },
    );
  });
}
