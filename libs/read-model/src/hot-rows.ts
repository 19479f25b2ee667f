import type { StoredEvent } from '@roadbook/event-store';
import { ProjectionFailed } from './errors.js';
import type { Column, Projection, Searched } from './projection.js';
import type { RowChange, RowStore } from './row-store.js';

/** What a row costs beside its text, also one that does not exist. */
const entryCharacters = 100;

interface HotRow {
  readonly key: string;
  row: object | undefined;
  /** Whether there is anything to remove when the row goes. */
  stored: boolean;
  characters: number;
  /** The last event that changed it since it was saved. */
  changedBy: StoredEvent | undefined;
}

/**
 * The rows of one projection that a batch works on. They are read at the first touch and stay for later batches in two
 * ages: when memory is short the current rows become the earlier ones, and the earlier ones are forgotten unless they are
 * touched again. That is all that a bounded cache needs here, and it costs nothing per touch.
 */
export class HotRows {
  /** What the current rows weigh, each as it was when it was read or saved. */
  characters = 0;
  private current = new Map<string, HotRow>();
  private earlier = new Map<string, HotRow>();
  private changed: HotRow[] = [];
  private readonly columns: readonly Column<object>[];

  constructor(
    readonly projection: Projection,
    private readonly store: RowStore,
  ) {
    this.columns = Object.values(projection.columns);
  }

  apply(event: StoredEvent): void {
    const keys = this.keysOf(event);
    if (keys === undefined) return;
    if (typeof keys === 'string') this.change(this.at(keys), event);
    else for (const key of keys) this.change(this.at(key), event);
  }

  /** What has to be saved: every changed row once, as it is now, in the order of keys, which is how files like it best. */
  *changes(): Generator<RowChange> {
    const { projection } = this;
    for (const hot of this.changed.sort((one, other) => (one.key < other.key ? -1 : 1))) {
      const { key, row, stored, changedBy: event } = hot;
      if (event === undefined || (row === undefined && !stored)) continue;
      const { json, columns, searched } = this.textOf(row, event);
      this.weigh(hot, json);
      yield { projection, key, json, columns, searched, event };
    }
  }

  /** Everything is saved. */
  settle(): void {
    for (const hot of this.changed) {
      hot.stored = hot.row !== undefined;
      hot.changedBy = undefined;
    }
    this.changed = [];
  }

  /** Makes room. Only what is settled may be forgotten. */
  age(): void {
    this.earlier = this.current;
    this.current = new Map();
    this.characters = 0;
  }

  /** Nothing is saved: what is in memory is worth nothing. */
  forget(): void {
    this.current.clear();
    this.earlier.clear();
    this.changed = [];
    this.characters = 0;
  }

  private change(hot: HotRow, event: StoredEvent): void {
    const row = this.after(hot, event);
    if (row === hot.row) return;
    hot.row = row;
    if (hot.changedBy === undefined) this.changed.push(hot);
    hot.changedBy = event;
  }

  private keysOf(event: StoredEvent): string | readonly string[] | undefined {
    try {
      return this.projection.keyOf(event);
    } catch (cause) {
      throw new ProjectionFailed(this.projection.name, event, cause);
    }
  }

  private after({ row, key }: HotRow, event: StoredEvent): object | undefined {
    try {
      return this.projection.apply(row, event, key);
    } catch (cause) {
      throw new ProjectionFailed(this.projection.name, event, cause);
    }
  }

  private textOf(row: object | undefined, event: StoredEvent): Texts {
    if (row === undefined) return { columns: [] };
    try {
      const columns = this.columns.map((column) => column.of(row));
      const searched = this.projection.searched && searchedIn(this.projection.searched, row);
      return { json: JSON.stringify(row), columns, searched };
    } catch (cause) {
      throw new ProjectionFailed(this.projection.name, event, cause);
    }
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
      key,
      row: json === undefined ? undefined : (JSON.parse(json) as object),
      stored: json !== undefined,
      characters: weightOf(json),
      changedBy: undefined,
    };
  }

  private weigh(hot: HotRow, json: string | undefined): void {
    const characters = weightOf(json);
    this.characters += characters - hot.characters;
    hot.characters = characters;
  }
}

type Texts = Pick<RowChange, 'json' | 'columns' | 'searched'>;

const searchedIn = (searched: Searched<object>, row: object) => ({
  indexes: searched.indexesOf(row),
  texts: Object.values(searched.texts).map((text) => text.of(row)),
});

const weightOf = (json = ''): number => entryCharacters + json.length;
