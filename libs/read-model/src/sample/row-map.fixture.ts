import { start } from '@roadbook/event-store';
import type { Projection } from '../projection.js';
import type { Reached, RowChange, RowStore } from '../row-store.js';
import type { Rows } from './plain-fold.fixture.js';

/** A row store that keeps text in memory, and counts how often it is asked. */
export class RowMap implements RowStore {
  reached: Reached = { position: start, stream: '', revision: -1, hash: '' };
  reads = 0;
  writes = 0;
  private rows = new Map<string, string>();

  read(projection: Projection, key: string): string | undefined {
    this.reads += 1;
    return this.rows.get(`${projection.name} ${key}`);
  }

  save(changes: Iterable<RowChange>, reached: Reached): void {
    const rows = new Map(this.rows);
    for (const { projection, key, json } of changes) {
      this.writes += 1;
      if (json === undefined) rows.delete(`${projection.name} ${key}`);
      else rows.set(`${projection.name} ${key}`, json);
    }
    this.rows = rows;
    this.reached = reached;
  }

  of({ name }: Projection): Rows {
    return [...this.rows]
      .filter(([place]) => place.startsWith(`${name} `))
      .map(([place, json]) => [place.slice(name.length + 1), JSON.parse(json) as object] as const)
      .sort(([left], [right]) => (left < right ? -1 : 1));
  }
}
