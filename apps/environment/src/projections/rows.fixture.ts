import type { StoredEvent } from '@roadbook/event-store';
import type { Projection } from '@roadbook/read-model';

const stored = <Row>(row: Row): Row => JSON.parse(JSON.stringify(row)) as Row;

/** The rows that a projection makes of the events, by key; each is read back from where it is stored before it is changed. */
export function rowsOf<Row extends object>(
  { types, keyOf, apply }: Projection<Row>,
  log: readonly StoredEvent[],
  { readBack = true } = {},
): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const event of log) {
    if (types && !types.includes(event.type)) continue;
    for (const key of [keyOf(event) ?? []].flat()) {
      const row = apply(rows.get(key), event, key);
      if (row === undefined) rows.delete(key);
      else rows.set(key, readBack ? stored(row) : row);
    }
  }
  return new Map([...rows].map(([key, row]) => [key, stored(row)]));
}
