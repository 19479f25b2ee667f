import { WrongExpectedHead } from '../errors.js';
import type { EventStore } from '../event-store.js';
import { anEvent, events, fill, headOf, readToEnd, somebody } from './fixtures.js';

export function appending(store: () => EventStore): void {
  describe('append', () => {
    it('starts a stream at revision 0 and goes on without a gap', async () => {
      const first = await store().append('release-1', undefined, events(2), somebody);
      expect(first.head.revision).toBe(1);
      const second = await store().append('release-1', first.head, events(3), somebody);
      expect(second.head.revision).toBe(4);
      const stored = await store().readStream('release-1');
      expect(stored.map(({ revision }) => revision)).toStrictEqual([0, 1, 2, 3, 4]);
    });

    it('stores everything that the event and its provenance say', async () => {
      const event = anEvent({ ticket: { id: 'T-1', ui: true }, points: [1, 2.5, null] });
      const provenance = {
        ...somebody,
        occurredAt: '2026-02-28T23:59:59.999Z',
        causationId: 'event-0',
      };
      const { head, position, repeated } = await store().append(
        'release-1',
        undefined,
        [event],
        provenance,
      );
      expect(repeated).toBe(false);
      expect(await store().readStream('release-1')).toStrictEqual([
        { ...event, ...provenance, stream: 'release-1', revision: 0, position, hash: head.hash },
      ]);
    });

    it('leaves out what was not given', async () => {
      const event = anEvent();
      const { head, position } = await store().append('release-1', undefined, [event], {
        ...somebody,
        occurredAt: undefined,
      });
      expect(await store().readStream('release-1')).toStrictEqual([
        { ...event, ...somebody, stream: 'release-1', revision: 0, position, hash: head.hash },
      ]);
    });

    it('keeps every character', async () => {
      const text = 'Grüße, 日本 🎉 \u0000 \u2028 "quoted" back\\slash \ud83d\ude00 %_*?[x]';
      const data = { [text]: text, ['__proto__']: null, nested: { list: [text] } };
      await store().append('release-ü', undefined, [anEvent(data)], somebody);
      const [stored] = await store().readStream('release-ü');
      expect(stored?.data).toStrictEqual(JSON.parse(JSON.stringify(data)));
    });

    it('does not let anybody change an event through an object they hold', async () => {
      const data = { list: ['as it was'] };
      const appended = store().append('release-1', undefined, [anEvent(data)], somebody);
      data.list[0] = 'changed by the appender';
      await appended;
      const [read] = await store().readStream('release-1');
      (read?.data.list as string[])[0] = 'changed by a reader';
      const [again] = await store().readStream('release-1');
      expect(again?.data).toStrictEqual({ list: ['as it was'] });
    });

    it('answers with the head and position of the last event', async () => {
      const { head, position } = await store().append('release-1', undefined, events(3), somebody);
      const [last] = await store().readStream('release-1', { direction: 'backwards', limit: 1 });
      expect({ revision: last?.revision, hash: last?.hash }).toStrictEqual(head);
      expect(last?.position).toBe(position);
    });

    it('writes all events of an append or none', async () => {
      const [first] = await fill(store(), 'release-1', 1);
      const [event] = events(1);
      await expect(
        store().append('release-1', first?.head, [anEvent(), event, event], somebody),
      ).rejects.toMatchObject({ name: 'EventIdTaken' });
      expect(await headOf(store(), 'release-1')).toStrictEqual(first?.head);
      expect(await readToEnd(store())).toHaveLength(1);
    });
  });

  describe('expected head', () => {
    const appendAt = (expected: Parameters<EventStore['append']>[1]) =>
      store().append('release-1', expected, [anEvent()], somebody);

    it('refuses to start a stream that exists', async () => {
      await fill(store(), 'release-1', 3);
      await expect(appendAt(undefined)).rejects.toMatchObject({
        name: 'WrongExpectedHead',
        stream: 'release-1',
        expected: undefined,
        actual: 2,
      });
    });

    it('refuses a revision that is not the last', async () => {
      const [first, second, third] = await fill(store(), 'release-1', 3);
      await expect(appendAt(first?.head)).rejects.toMatchObject({ expected: 0, actual: 2 });
      await expect(appendAt(second?.head)).rejects.toMatchObject({ expected: 1, actual: 2 });
      await expect(appendAt({ revision: 7, hash: third?.head.hash ?? '' })).rejects.toMatchObject({
        expected: 7,
        actual: 2,
      });
    });

    it('refuses to go on with a stream that does not exist', async () => {
      await expect(appendAt({ revision: 0, hash: 'f'.repeat(64) })).rejects.toMatchObject({
        expected: 0,
        actual: undefined,
      });
    });

    it('refuses the right revision with another hash', async () => {
      await fill(store(), 'release-1', 3);
      await expect(appendAt({ revision: 2, hash: 'f'.repeat(64) })).rejects.toThrow(
        'stream release-1 is at revision 2 as expected, but with another event there',
      );
    });

    it('writes nothing when it refuses', async () => {
      await fill(store(), 'release-1', 2);
      await expect(appendAt(undefined)).rejects.toThrow(WrongExpectedHead);
      expect(await readToEnd(store())).toHaveLength(2);
    });

    it('lets exactly one of 100 concurrent appends win', async () => {
      const [first] = await fill(store(), 'release-1', 1);
      const appends = Array.from({ length: 100 }, () => appendAt(first?.head));
      const results = await Promise.allSettled(appends);
      const lost = results.filter((result) => result.status === 'rejected');
      expect(lost).toHaveLength(99);
      for (const { reason } of lost) expect(reason).toBeInstanceOf(WrongExpectedHead);
      expect((await headOf(store(), 'release-1'))?.revision).toBe(1);
    });

    it('loses only the append that expected wrongly', async () => {
      const [first] = await fill(store(), 'release-1', 1);
      const results = await Promise.allSettled([
        store().append('release-2', undefined, events(2), somebody),
        store().append('release-1', undefined, events(2), somebody),
        store().append('release-1', first?.head, events(2), somebody),
        store().append('release-3', { revision: 4, hash: '' }, events(2), somebody),
        store().append('release-4', undefined, events(1), somebody),
      ]);
      expect(results.map(({ status }) => status)).toStrictEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
      expect(await readToEnd(store())).toHaveLength(6);
    });
  });
}
