import { start } from '@roadbook/event-store';
import { isUnusable, refusesRow } from '@roadbook/sqlite';
import { ProjectionFailed } from '../errors.js';
import type { Projection } from '../projection.js';
import type { Reached, RowChange, RowStore } from '../row-store.js';
import type { AnyQuery, Cursor, RowPage } from '../query.js';
import type { AnySearch, FoundPage } from '../search.js';
import { Database } from './database.js';
import { SearchReader } from './search-reader.js';
import { SearchWriter } from './search-writer.js';
import { selecting } from './select.js';
import { shapeOf } from './shape.js';
import { tableOf } from './table.js';
import type { Table } from './table.js';

/** How large the log of a served file grows before it is merged into the file, and what it keeps on disk afterwards. */
const journalBytesMax = 16 * 1024 * 1024;
const pageBytes = 4096;
/** A merge writes each page once, however often the log has it, and waits for the disk: SQLite's own 1000 pages are soon reached. */
const checkpointPages = journalBytesMax / pageBytes;

/** Pages that a build keeps in memory, so that what is written again soon is written to the file once. */
const buildCacheKiB = 16 * 1024;

/** One file with the rows of all projections, and how far they have come. */
export class Generation implements RowStore {
  private readonly tables: ReadonlyMap<string, Table>;
  private readonly searches: ReadonlyMap<string, SearchWriter>;
  private at: Reached;

  private constructor(
    readonly database: Database,
    projections: readonly Projection[],
  ) {
    this.tables = new Map(projections.map((projection) => [projection.name, tableOf(projection)]));
    this.searches = new Map(
      projections
        .filter(({ searched }) => searched)
        .map((projection) => [projection.name, new SearchWriter(database, projection)]),
    );
    this.at = this.stored();
  }

  /** Opens a file for being served; `undefined` when there is none, or it was not made by these projections. */
  static open(file: string, projections: readonly Projection[]): Generation | undefined {
    let database: Database | undefined;
    try {
      database = Database.existing(file);
      const [made] = database.all<[string]>('SELECT shape FROM _generation');
      if (made?.[0] === shapeOf(projections)) {
        database.execute(`PRAGMA synchronous = NORMAL`);
        database.execute(`PRAGMA journal_size_limit = ${String(journalBytesMax)}`);
        database.execute(`PRAGMA wal_autocheckpoint = ${String(checkpointPages)}`);
        return new Generation(database, projections);
      }
    } catch (error) {
      if (!isUnusable(error)) throw error;
    }
    database?.close();
    return undefined;
  }

  /**
   * Makes a file to build in. Nothing of it is durable, nothing can be taken back, and nobody else may open it, until it is
   * `finish`ed: a build that fails is thrown away as a whole.
   */
  static build(file: string, projections: readonly Projection[]): Generation {
    const database = Database.atOrNew(file);
    database.execute('PRAGMA journal_mode = OFF');
    database.execute('PRAGMA locking_mode = EXCLUSIVE');
    database.execute(`PRAGMA cache_size = -${String(buildCacheKiB)}`);
    database.execute('PRAGMA synchronous = OFF');
    database.transaction(() => {
      database.execute(
        'CREATE TABLE _generation (shape TEXT NOT NULL, position INTEGER NOT NULL, stream TEXT NOT NULL, revision INTEGER NOT NULL, hash TEXT NOT NULL) STRICT',
      );
      database.run(
        "INSERT INTO _generation VALUES (?, ?, '', -1, '')",
        shapeOf(projections),
        start,
      );
      for (const one of projections) database.execute(tableOf(one).create);
    });
    return new Generation(database, projections);
  }

  /**
   * Makes the indexes, which in one go costs a third of what it costs row by row, and what was built durable, and lets it be read
   * while it is written.
   */
  finish(): void {
    this.database.transaction(() => {
      for (const { createIndexes } of this.tables.values())
        for (const sql of createIndexes) this.database.execute(sql);
    });
    this.database.execute('PRAGMA locking_mode = NORMAL');
    this.database.execute('PRAGMA synchronous = FULL');
    this.database.execute('PRAGMA journal_mode = WAL');
  }

  get reached(): Reached {
    return this.at;
  }

  read(projection: Projection, key: string): string | undefined {
    return this.database.all<[string]>(this.table(projection).read, key)[0]?.[0];
  }

  page(projection: Projection, query: AnyQuery): RowPage<object> {
    this.table(projection);
    const { sql, values } = selecting(projection, query);
    const found = this.database.all<[string, string, ...Cursor]>(sql, ...values);
    const rows = found.slice(0, query.limit);
    const [key, , ...ordered] = rows.at(-1) ?? ['', ''];
    return {
      rows: rows.map(([, row]) => JSON.parse(row) as object),
      next: found.length > rows.length ? [...ordered, key] : undefined,
      position: this.at.position,
    };
  }

  search(projection: Projection, search: AnySearch): FoundPage<object> {
    return new SearchReader(this.database, projection).find(search, this.at.position);
  }

  suggest(projection: Projection, index: string, words: string, limit: number): string[] {
    return new SearchReader(this.database, projection).suggest(index, words, limit);
  }

  save(changes: Iterable<RowChange>, reached: Reached): void {
    this.database.transaction(() => {
      this.move(reached);
      for (const searches of this.searches.values()) searches.begin();
      for (const change of changes) this.write(change);
    });
    this.at = reached;
  }

  close(): void {
    this.database.close();
  }

  /** Refuses when somebody else writes this file too: the same events would be applied twice. */
  private move({ position, stream, revision, hash }: Reached): void {
    const before = this.at.position;
    const moved = this.database.run(
      'UPDATE _generation SET position = ?, stream = ?, revision = ?, hash = ? WHERE position = ?',
      position,
      stream,
      revision,
      hash,
      before,
    );
    if (moved === 1) return;
    this.at = this.stored();
    throw new Error(
      `another process moved the read model from position ${String(before)} to ${String(this.at.position)}; ` +
        'let one service alone use this folder',
    );
  }

  private write(change: RowChange): void {
    const { projection, event } = change;
    try {
      this.put(change, this.table(projection), this.searches.get(projection.name));
    } catch (error) {
      if (!refusesRow(error)) throw error;
      throw new ProjectionFailed(projection.name, event, error);
    }
  }

  private put(
    change: RowChange,
    { write, remove }: Table,
    searches: SearchWriter | undefined,
  ): void {
    const { key, json, columns } = change;
    if (json === undefined) {
      const removeRow = () => void this.database.run(remove, key);
      if (searches) searches.remove(key, removeRow);
      else removeRow();
    } else if (searches) {
      searches.write(change, (searched) => {
        this.database.run(write, key, json, ...columns, searched);
      });
    } else this.database.run(write, key, json, ...columns);
  }

  private table({ name }: Projection): Table {
    const table = this.tables.get(name);
    if (table === undefined) throw new Error(`this read model has no projection called ${name}`);
    return table;
  }

  private stored(): Reached {
    const [found] = this.database.all<[number, string, number, string]>(
      'SELECT position, stream, revision, hash FROM _generation',
    );
    if (found === undefined) throw new Error('the read model does not say how far it has come');
    const [position, stream, revision, hash] = found;
    return { position, stream, revision, hash };
  }
}
