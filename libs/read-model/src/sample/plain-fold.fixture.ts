import type { StoredEvent } from '@roadbook/event-store';
import type { Projection } from '../projection.js';

/** Key and row, in the order of keys. */
export type Rows = readonly (readonly [key: string, row: object])[];

/** What the rows of a projection must be, by the shortest way: all events in one go, without batches, files or positions. */
export function plainFold(projection: Projection, events: readonly StoredEvent[]): Rows {
  const rows = new Map<string, object>();
  for (const event of events) {
    if (projection.types?.includes(event.type) === false) continue;
    const keys = projection.keyOf(event) ?? [];
    for (const key of typeof keys === 'string' ? [keys] : keys) {
      const row = projection.apply(rows.get(key), event, key);
      if (row) rows.set(key, row);
      else rows.delete(key);
    }
  }
  return [...rows].sort(([left], [right]) => (left < right ? -1 : 1));
}
