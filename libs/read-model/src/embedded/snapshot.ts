import { setImmediate } from 'node:timers/promises';
import type { Position } from '@roadbook/event-store';
import type { Projection } from '../projection.js';
import { Database } from './database.js';
import { searchIndexOf, selectIndexes, wordsPrefix } from './search-index.js';
import { tableOf } from './table.js';

/** Rows that are read before others may work. */
const turnRows = 200;

export interface SnapshotRow {
  readonly key: string;
  /** Everything that is served of the row, as it is stored. */
  readonly text: string;
}

/** Texts of rows as bytes, each with a line feed. */
export interface SnapshotBytes {
  readonly rows: number;
  readonly bytes: Uint8Array;
}

/** The rows of a file as they are at one position, however long it takes to read them, while others go on writing. */
export class Snapshot {
  readonly position: Position;
  private readonly database: Database;

  constructor(file: string) {
    this.database = Database.existing(file);
    this.database.execute('BEGIN');
    const [reached] = this.database.all<[Position]>('SELECT position FROM _generation');
    if (reached === undefined) throw new Error(`${file} does not say how far it has come`);
    this.position = reached[0];
  }

  /** All rows of a projection in the order of their keys, as UTF-8 bytes compare. */
  async *rows(projection: Projection): AsyncGenerator<SnapshotRow> {
    let read = 0;
    for (const [key, text] of this.database.each<[string, string]>(tableOf(projection).readTexts)) {
      yield { key, text };
      read += 1;
      if (read % turnRows === 0) await setImmediate();
    }
  }

  /** The texts of the same rows, many at a time. */
  async *bytes(projection: Projection): AsyncGenerator<SnapshotBytes> {
    const { readBytes } = tableOf(projection);
    for (let [from, left] = ['', 0]; ; left = 1) {
      const [found] = this.database.all<[Uint8Array, number, string] | [null, 0, null]>(
        readBytes,
        ...[from, turnRows, left],
      );
      const [bytes, rows, last] = found ?? [null];
      if (bytes === null) return;
      yield { rows, bytes };
      from = last;
      await setImmediate();
    }
  }

  /** The indexes in which rows of a projection are found by words, in order. */
  indexes(projection: Projection): string[] {
    const prefix = wordsPrefix(projection);
    return this.database.all<[string]>(selectIndexes, prefix).map(([index]) => index);
  }

  /** All words of an index in order, each with the rows that have it; none of an index that there is not. */
  async *words(projection: Projection, index: string): AsyncGenerator<SnapshotRow> {
    if (!this.indexes(projection).includes(index)) return;
    const { words } = searchIndexOf(projection, index);
    const all = `SELECT term, doc, cnt FROM ${words} ORDER BY term`;
    let read = 0;
    for (const [term, ...counts] of this.database.each<[string, number, number]>(all)) {
      yield { key: term, text: JSON.stringify([term, ...counts]) };
      read += 1;
      if (read % turnRows === 0) await setImmediate();
    }
  }

  close(): void {
    this.database.execute('ROLLBACK');
    this.database.close();
  }
}
