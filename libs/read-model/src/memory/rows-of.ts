import type { StoredEvent } from '@roadbook/event-store';
import type { Projection } from '../projection.js';

const stored = <Row>(row: Row): Row => JSON.parse(JSON.stringify(row)) as Row;

/** The rows that a projection makes of the events, by key; each is read back from where it is stored before it is changed. */
export function rowsOf<Row extends object>(
  projection: Projection<Row>,
  log: readonly StoredEvent[],
  { readBack = true } = {},
): Map<string, Row> {
  const rows = new Map<string, Row>();
  const { types } = projection;
  for (const event of log) {
    if (types && !types.includes(event.type)) continue;
    for (const key of [projection.keyOf(event) ?? []].flat()) {
      const row = projection.apply(rows.get(key), event, key);
      if (row === undefined) rows.delete(key);
      else rows.set(key, readBack ? stored(row) : row);
    }
  }
  return new Map([...rows].map(([key, row]) => [key, stored(row)]));
}
