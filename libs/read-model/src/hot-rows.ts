import type { StoredEvent } from '@roadbook/event-store';
import { attempt } from './attempt.js';
import type { Projection } from './projection.js';
import type { RowChange, RowStore } from './row-store.js';

/** Once the rows in memory have so many characters they are the next to be forgotten; up to twice as many stay. */
const hotCharactersMax = 1_000_000;

/** What a row costs beside its text, also one that does not exist. */
const entryCharacters = 100;

interface HotRow {
  row: object | undefined;
  characters: number;
}

/**
 * The rows of one projection that a batch works on. They are read at the first touch and stay for later batches in two
 * ages: when the current rows have grown enough they become the earlier ones, and the earlier ones are forgotten unless
 * they are touched again. That is all that a bounded cache needs here, and it costs nothing per touch.
 */
export class HotRows {
  private current = new Map<string, HotRow>();
  private earlier = new Map<string, HotRow>();
  /** The rows to be saved, with the last event that changed each. */
  private readonly changed = new Map<string, StoredEvent>();
  private characters = 0;

  constructor(
    readonly projection: Projection,
    private readonly store: RowStore,
  ) {}

  /** True when so much was read that the batch should be saved before it goes on. */
  get full(): boolean {
    return this.characters > 2 * hotCharactersMax;
  }

  apply(event: StoredEvent): void {
    const { projection } = this;
    const keys = attempt(projection, event, () => projection.keyOf(event));
    if (keys === undefined) return;
    for (const key of typeof keys === 'string' ? [keys] : keys) {
      const hot = this.at(key);
      const row = attempt(projection, event, () => projection.apply(hot.row, event, key));
      if (row === hot.row) continue;
      hot.row = row;
      this.changed.set(key, event);
    }
  }

  /** What has to be saved: every changed row once, as it is now. */
  *changes(): Generator<RowChange> {
    const { projection } = this;
    const columns = Object.values(projection.columns);
    for (const [key, event] of this.changed) {
      const hot = this.at(key);
      const { row } = hot;
      const json = row && attempt(projection, event, () => JSON.stringify(row));
      const values =
        row && attempt(projection, event, () => columns.map((column) => column.of(row)));
      this.weigh(hot, json);
      yield { projection, key, event, json, columns: values ?? [] };
    }
  }

  /** Everything is saved. */
  settle(): void {
    this.changed.clear();
    if (this.characters <= hotCharactersMax) return;
    this.earlier = this.current;
    this.current = new Map();
    this.characters = 0;
  }

  /** Nothing is saved: what is in memory is worth nothing. */
  forget(): void {
    this.current.clear();
    this.earlier.clear();
    this.changed.clear();
    this.characters = 0;
  }

  private at(key: string): HotRow {
    let hot = this.current.get(key);
    if (hot === undefined) {
      hot = this.earlier.get(key) ?? this.read(key);
      this.current.set(key, hot);
      this.characters += hot.characters;
    }
    return hot;
  }

  private read(key: string): HotRow {
    const json = this.store.read(this.projection, key);
    return {
      row: json === undefined ? undefined : (JSON.parse(json) as object),
      characters: entryCharacters + (json?.length ?? 0),
    };
  }

  private weigh(hot: HotRow, json: string | undefined): void {
    const characters = entryCharacters + (json?.length ?? 0);
    this.characters += characters - hot.characters;
    hot.characters = characters;
  }
}
