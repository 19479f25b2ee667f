import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.js';
import type { EventStore } from '../event-store.js';
import { verify } from '../verify.js';
import { anEvent, events, fill, readToEnd, somebody } from './fixtures.js';

export function sealing(store: () => EventStore): void {
  describe('the hash of an event', () => {
    it('is SHA-256 over the hash before it and its canonical content', async () => {
      await store().append('release-1', undefined, events(2), somebody);
      await fill(store(), 'release-2', 1);
      const { head } = await store().append('release-3', undefined, [anEvent()], {
        ...somebody,
        occurredAt: somebody.recordedAt,
        causationId: 'event-0',
      });
      await store().append(
        'release-3',
        head,
        [anEvent({ text: 'ü"\\ 日本', number: 1e21 })],
        somebody,
      );
      const previous = new Map<string, string>();
      for (const { position: _, hash, ...content } of await readToEnd(store())) {
        const before = previous.get(content.stream) ?? '';
        const digest = createHash('sha256').update(before + canonicalJson(content));
        expect(hash).toBe(digest.digest('hex'));
        previous.set(content.stream, hash);
      }
      expect(previous.size).toBe(3);
    });

    it('fits everywhere after appends of many sizes, conflicts and repeats', async () => {
      await Promise.allSettled(
        Array.from({ length: 60 }, async (_, index) => {
          const stream = `release-${index % 20}`;
          const { head } = await store().append(
            stream,
            undefined,
            events(1 + (index % 5)),
            somebody,
          );
          await store().append(stream, head, events(1 + (index % 3)), somebody);
        }),
      );
      const { events: count, streams, inStream, inOrder } = await verify(store());
      expect({ streams, inStream, inOrder }).toStrictEqual({
        streams: 20,
        inStream: undefined,
        inOrder: undefined,
      });
      expect(count).toBe((await readToEnd(store())).length);
    });
  });
}
