import { start } from '@roadbook/event-store';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { plusMs } from '@roadbook/decider';
import { positionBefore } from './position-before.js';

const begins = '2026-03-02T08:00:00.000Z';
const eventsMax = 100;
const minute = (number: number): string => plusMs(begins, number * 60_000);

/** An event every minute, each two in the wrong order. */
async function log() {
  const store = new InMemoryEventStore();
  for (let index = 0; index < eventsMax; index += 1) {
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const event = { id, type: 'Ticked', schemaVersion: 1, data: {} };
    const recordedAt = minute(index ^ 1);
    const by = { actor: 'a', role: 'cio', commandId: id, correlationId: id };
    await store.append(`road-p${index}`, undefined, [event], { recordedAt, ...by });
  }
  return store;
}

describe('the position before a time', () => {
  it('lies in front of everything that was recorded since, and not far in front', async () => {
    const store = await log();
    for (let number = 0; number <= eventsMax + 20; number += 1) {
      const before = await positionBefore(store, minute(number));
      const left = (await store.readAll({ after: start, limit: 1000 })).events.filter(
        ({ position }) => position <= before,
      );
      expect(left.filter(({ recordedAt }) => recordedAt >= minute(number))).toStrictEqual([]);
      expect(left.length).toBeGreaterThanOrEqual(Math.min(number - 12, eventsMax));
    }
  });

  it('is the start of an empty log', async () => {
    expect(await positionBefore(new InMemoryEventStore(), begins)).toBe(start);
  });
});
