import type { EventStore } from '../event-store.js';
import type { NewEvent } from '../events.js';
import { anEvent, events, fill, readToEnd, somebody } from './fixtures.js';

export function repeating(store: () => EventStore, reopened: () => Promise<EventStore>): void {
  const later = { ...somebody, recordedAt: '2026-03-02T08:00:00.000Z', commandId: 'command-2' };

  describe('the same ids at the same expected head', () => {
    it('are answered as the first time, and nothing is written', async () => {
      const same = events(3);
      const first = await store().append('release-1', undefined, same, somebody);
      const second = await store().append('release-1', undefined, same, later);
      expect(second).toStrictEqual({ ...first, repeated: true });
      expect(await readToEnd(store())).toHaveLength(3);
    });

    it('are answered with their own head and position, however much came after them', async () => {
      const same = events(2);
      const [before] = await fill(store(), 'release-1', 1);
      const first = await store().append('release-1', before?.head, same, somebody);
      await store().append('release-1', first.head, events(20), somebody);
      await fill(store(), 'release-2', 5);
      const again = await store().append('release-1', before?.head, same, later);
      expect(again).toStrictEqual({ ...first, repeated: true });
    });

    it('are recognized after the store was opened again', async () => {
      const same = events(2);
      const first = await store().append('release-1', undefined, same, somebody);
      const again = await (await reopened()).append('release-1', undefined, same, later);
      expect(again).toStrictEqual({ ...first, repeated: true });
    });

    it('are written once when both appends are under way together', async () => {
      const same = events(2);
      const [one, two] = await Promise.all([
        store().append('release-1', undefined, same, somebody),
        store().append('release-1', undefined, same, somebody),
      ]);
      expect(two).toStrictEqual({ ...one, repeated: true });
      expect(await readToEnd(store())).toHaveLength(2);
    });

    it('are no repeat behind another event than the one expected', async () => {
      const same = events(2);
      const [before] = await fill(store(), 'release-1', 1);
      await store().append('release-1', before?.head, same, somebody);
      const another = { revision: 0, hash: 'f'.repeat(64) };
      await expect(store().append('release-1', another, same, somebody)).rejects.toMatchObject({
        name: 'WrongExpectedHead',
        expected: 0,
        actual: 2,
      });
    });

    it('are recognized when they are the first of those that stand there', async () => {
      const [first, ...others] = events(3);
      await store().append('release-1', undefined, [first, ...others], somebody);
      const again = await store().append('release-1', undefined, [first], later);
      expect(again).toMatchObject({ repeated: true, head: { revision: 0 } });
      expect(await readToEnd(store())).toHaveLength(3);
    });
  });

  describe('ids that stand there only in part', () => {
    const stored = [anEvent(), anEvent(), anEvent()] as const;
    const [first, second, third] = stored;
    const repeat = async (...others: [NewEvent, ...NewEvent[]]) => {
      await store().append('release-1', undefined, stored, somebody);
      await expect(store().append('release-1', undefined, others, somebody)).rejects.toMatchObject({
        name: 'WrongExpectedHead',
        actual: 2,
      });
      expect(await readToEnd(store())).toHaveLength(3);
    };

    it('are refused when one more follows', () => repeat(first, second, third, anEvent()));
    it('are refused when another one is among them', () => repeat(first, anEvent(), third));
    it('are refused in another order', () => repeat(second, first, third));
    it('are refused when the first one is missing', () => repeat(second, third));
  });

  describe('an id that stands elsewhere', () => {
    it('is refused in another stream, with its place', async () => {
      const taken = anEvent();
      await store().append('release-1', undefined, [anEvent(), taken], somebody);
      await expect(
        store().append('release-2', undefined, [anEvent(), taken], somebody),
      ).rejects.toMatchObject({
        name: 'EventIdTaken',
        message: `event id ${taken.id} is taken by revision 1 of stream release-1; give a new event a new id`,
      });
      expect(await store().readStream('release-2')).toStrictEqual([]);
    });

    it('is refused at another revision of the same stream', async () => {
      const taken = anEvent();
      const { head } = await store().append('release-1', undefined, [taken], somebody);
      await expect(store().append('release-1', head, [taken], somebody)).rejects.toMatchObject({
        name: 'EventIdTaken',
        stream: 'release-1',
        revision: 0,
      });
    });

    it('leaves the other ids of its append free', async () => {
      const [taken, other] = [anEvent(), anEvent()];
      await store().append('release-1', undefined, [taken], somebody);
      await expect(
        store().append('release-2', undefined, [other, taken], somebody),
      ).rejects.toMatchObject({ name: 'EventIdTaken', id: taken.id });
      const { repeated } = await store().append('release-2', undefined, [other], somebody);
      expect(repeated).toBe(false);
    });

    it('does not take the others of the same moment with it', async () => {
      const taken = anEvent();
      await store().append('release-1', undefined, [taken], somebody);
      const results = await Promise.allSettled([
        store().append('release-2', undefined, events(2), somebody),
        store().append('release-3', undefined, [anEvent(), taken], somebody),
        store().append('release-4', undefined, [taken], somebody),
        store().append('release-5', undefined, events(2), somebody),
      ]);
      expect(results.map(({ status }) => status)).toStrictEqual([
        'fulfilled',
        'rejected',
        'rejected',
        'fulfilled',
      ]);
      expect((await readToEnd(store())).map(({ stream }) => stream)).toStrictEqual([
        'release-1',
        'release-2',
        'release-2',
        'release-5',
        'release-5',
      ]);
    });
  });
}
