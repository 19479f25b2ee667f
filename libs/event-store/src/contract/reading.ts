import type { EventStore, ReadOptions } from '../event-store.js';
import { start } from '../events.js';
import { pageEventsMax } from '../limits.js';
import { anEvent, events, fill, idsOf, readToEnd, somebody } from './fixtures.js';

export function reading(store: () => EventStore): void {
  describe('reading a stream', () => {
    const revisions = async (options: ReadOptions) =>
      (await store().readStream('release-1', options)).map(({ revision }) => revision);

    it('is empty for a stream that does not exist', async () => {
      await fill(store(), 'release-10', 1);
      expect(await store().readStream('release-1')).toStrictEqual([]);
      expect(await revisions({ direction: 'backwards' })).toStrictEqual([]);
    });

    it('goes forwards from the first revision, or from the one asked for', async () => {
      await fill(store(), 'release-1', 5);
      expect(await revisions({})).toStrictEqual([0, 1, 2, 3, 4]);
      expect(await revisions({ from: 3 })).toStrictEqual([3, 4]);
      expect(await revisions({ from: 1, limit: 2 })).toStrictEqual([1, 2]);
      expect(await revisions({ from: 5 })).toStrictEqual([]);
    });

    it('goes backwards from the last revision, or from the one asked for', async () => {
      await fill(store(), 'release-1', 5);
      const direction = 'backwards';
      expect(await revisions({ direction })).toStrictEqual([4, 3, 2, 1, 0]);
      expect(await revisions({ direction, from: 2 })).toStrictEqual([2, 1, 0]);
      expect(await revisions({ direction, from: 99, limit: 2 })).toStrictEqual([4, 3]);
      expect(await revisions({ direction, from: 0 })).toStrictEqual([0]);
    });

    it('reads a long stream in full pages', async () => {
      let head;
      for (let append = 0; append < 3; append++) {
        ({ head } = await store().append('release-1', head, events(400), somebody));
      }
      expect(await revisions({})).toHaveLength(pageEventsMax);
      expect(await revisions({ from: pageEventsMax })).toHaveLength(200);
      expect(await revisions({ direction: 'backwards', limit: 999 })).toHaveLength(999);
    });

    it('keeps streams with similar names apart', async () => {
      for (const stream of ['a', 'A', 'a ', 'a%', 'ä', 'a_']) await fill(store(), stream, 1);
      expect(await store().readStream('a')).toHaveLength(1);
      expect(await store().readStream('%')).toHaveLength(0);
    });
  });

  describe('reading everything', () => {
    it('has nothing in an empty store', async () => {
      expect(await store().readAll()).toStrictEqual({ events: [], position: start, atEnd: true });
      expect(await store().head()).toBe(start);
    });

    it('follows the order of the appends, over all streams', async () => {
      const ids: string[] = [];
      for (const stream of ['b', 'a', 'c']) {
        const appended = events(2);
        ids.push(...idsOf(appended));
        await store().append(stream, undefined, appended, somebody);
      }
      const read = await readToEnd(store());
      expect(idsOf(read)).toStrictEqual(ids);
      const positions = read.map(({ position }) => position);
      expect(positions).toStrictEqual([...positions].sort((a, b) => a - b));
      expect(new Set(positions).size).toBe(6);
      expect(await store().head()).toBe(positions.at(-1));
    });

    it('reads on behind the position where the page before ended', async () => {
      await store().append('release-1', undefined, events(5), somebody);
      const whole = await readToEnd(store());
      expect(await readToEnd(store(), { limit: 2 })).toStrictEqual(whole);
      expect(await readToEnd(store(), { limit: 5 })).toStrictEqual(whole);
      const first = await store().readAll({ limit: 2 });
      expect(first).toStrictEqual({
        events: whole.slice(0, 2),
        position: whole[1]?.position,
        atEnd: false,
      });
      const rest = await store().readAll({ after: first.position, limit: 3 });
      expect(rest).toStrictEqual({
        events: whole.slice(2),
        position: whole[4]?.position,
        atEnd: true,
      });
    });

    it('stays where it is when nothing lies behind', async () => {
      const [, second] = await fill(store(), 'release-1', 2);
      const position = second?.position ?? NaN;
      expect(await store().readAll({ after: position })).toStrictEqual({
        events: [],
        position,
        atEnd: true,
      });
    });

    it('gives at most a full page when no limit is asked for', async () => {
      for (const stream of ['a', 'b', 'c']) {
        await store().append(stream, undefined, events(400), somebody);
      }
      const page = await store().readAll();
      expect(page.events).toHaveLength(pageEventsMax);
      expect(page.atEnd).toBe(false);
      expect(await readToEnd(store())).toHaveLength(1200);
    });

    it.each([0, -1, 1.5, NaN, pageEventsMax + 1])('refuses a limit of %d', async (limit) => {
      const message = `a page has 1 to 1000 events, not ${limit}`;
      await expect(store().readAll({ limit })).rejects.toThrow(new RangeError(message));
      await expect(store().readStream('release-1', { limit })).rejects.toThrow(message);
    });
  });

  describe('a filter', () => {
    beforeEach(async () => {
      for (const stream of [
        'release-1',
        'release-2',
        'road',
        'release%',
        'Release-1',
        'x-release-1',
      ]) {
        const both = [anEvent({}, 'TicketMerged'), anEvent({}, 'GateReported')] as const;
        await store().append(stream, undefined, both, somebody);
      }
    });
    const found = async (filter: Parameters<typeof readToEnd>[1]) =>
      (await readToEnd(store(), filter)).map(({ stream, type }) => `${stream} ${type}`);

    it('lets streams through by prefix, literally', async () => {
      expect(await found({ filter: { streamPrefixes: ['release-'] } })).toStrictEqual([
        'release-1 TicketMerged',
        'release-1 GateReported',
        'release-2 TicketMerged',
        'release-2 GateReported',
      ]);
      expect(await found({ filter: { streamPrefixes: ['release%', 'roa'] } })).toStrictEqual([
        'road TicketMerged',
        'road GateReported',
        'release% TicketMerged',
        'release% GateReported',
      ]);
    });

    it('lets types through by their whole name', async () => {
      expect(await found({ filter: { types: ['GateReported'] } })).toHaveLength(6);
      expect(await found({ filter: { types: ['Gate', 'gatereported'] } })).toStrictEqual([]);
      expect(await found({ filter: { types: ['GateReported', 'TicketMerged'] } })).toHaveLength(12);
    });

    it('wants both when both are given', async () => {
      const filter = { streamPrefixes: ['release-1', 'road'], types: ['TicketMerged'] };
      expect(await found({ filter })).toStrictEqual([
        'release-1 TicketMerged',
        'road TicketMerged',
      ]);
    });

    it('wants everything when nothing is given, and nothing when nothing is allowed', async () => {
      expect(await found({ filter: {} })).toHaveLength(12);
      expect(await found({ filter: { types: [] } })).toStrictEqual([]);
      expect(await found({ filter: { streamPrefixes: [] } })).toStrictEqual([]);
    });

    it('counts only what passes towards the limit, and skips nothing between pages', async () => {
      const filter = { types: ['GateReported'] };
      const page = await store().readAll({ filter, limit: 4 });
      expect(page.events).toHaveLength(4);
      expect(await readToEnd(store(), { filter, limit: 1 })).toHaveLength(6);
    });

    it('moves on to the end when nothing passes', async () => {
      const page = await store().readAll({ filter: { types: ['Nothing'] } });
      expect(page).toStrictEqual({ events: [], position: await store().head(), atEnd: true });
    });
  });
}
