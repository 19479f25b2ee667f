import { EventTooLarge } from '../errors.js';
import type { EventStore } from '../event-store.js';
import { appendBytesMax, appendEventsMax, eventBytesMax } from '../limits.js';
import { seal } from '../seal.js';
import { anEvent, events, readToEnd, somebody } from './fixtures.js';

export function limiting(store: () => EventStore): void {
  describe('limits', () => {
    const append = (sizes: readonly number[]) => {
      const [first = anEvent(), ...rest] = sizes.map((size) => anEvent({ text: 'x'.repeat(size) }));
      return store().append('release-1', undefined, [first, ...rest], somebody);
    };

    it('takes an event of exactly 256 KiB and refuses one byte more by name', async () => {
      const [empty] = seal('release-1', undefined, [anEvent({ text: '' })], somebody);
      const textBytesMax = eventBytesMax - (empty?.sizeBytes ?? NaN);
      const { head } = await append([textBytesMax]);
      expect(head.revision).toBe(0);
      const larger = append([textBytesMax + 1]);
      await expect(larger).rejects.toThrow(EventTooLarge);
      await expect(larger).rejects.toThrow(
        /TicketMerged .* has 262145 bytes; .* at most 262144 bytes$/,
      );
    });

    it('counts bytes, not characters', async () => {
      const text = '日'.repeat(eventBytesMax / 2);
      await expect(
        store().append('release-1', undefined, [anEvent({ text })], somebody),
      ).rejects.toThrow(EventTooLarge);
    });

    it('refuses an append above 1 MB of events that are small enough', async () => {
      const quarter = appendBytesMax / 4;
      await expect(append([quarter, quarter, quarter, quarter])).rejects.toThrow(
        /4 events .* at most 1000000 bytes go together/,
      );
    });

    it('takes 500 events at once and refuses 501', async () => {
      const { head } = await store().append(
        'release-1',
        undefined,
        events(appendEventsMax),
        somebody,
      );
      expect(head.revision).toBe(appendEventsMax - 1);
      await expect(
        store().append('release-1', head, events(appendEventsMax + 1), somebody),
      ).rejects.toThrow('501 events in one append; at most 500 go together');
    });

    it('refuses what JSON cannot carry, and says in which event', async () => {
      const event = anEvent({ when: new Date(0) as unknown as string });
      await expect(store().append('release-1', undefined, [event], somebody)).rejects.toThrow(
        `event TicketMerged ${event.id}: JSON cannot carry Date without loss`,
      );
      expect(await readToEnd(store())).toStrictEqual([]);
    });

    it('refuses the character U+0000 outside the data', async () => {
      const refused = [
        store().append('release\u0000-1', undefined, [anEvent()], somebody),
        store().append('release-1', undefined, [anEvent()], { ...somebody, actor: 'a\u0000b' }),
      ];
      for (const append of refused) await expect(append).rejects.toThrow('U+0000');
    });
  });
}
