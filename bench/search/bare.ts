import { DatabaseSync } from '@photostructure/sqlite';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { filesOf } from '@roadbook/service';
import { DoesNotAddUp } from '../rounds.js';
import { project } from './write-entries.js';

const index = `"entries search ${project} everybody"`;
const titleWeight = 10;
const pageSize = 20;

export interface Timed {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** A bare query of the index that the service searches, in the same file: the best twenty, by nothing but bm25. */
export class BareSearch {
  private readonly db: InstanceType<typeof DatabaseSync>;

  constructor(dataFolder: string) {
    const { readModel } = filesOf('knowledge-base', dataFolder);
    this.db = new DatabaseSync(fileWithIndex(readModel), { readOnly: true });
  }

  count(words: string): number {
    const sql = `SELECT count(*) AS found FROM ${index} WHERE ${index} MATCH ?`;
    return (this.db.prepare(sql).get(matchOf(words)) as { found: number }).found;
  }

  for(forMs: number, searches: readonly string[]): Timed {
    const found = this.db.prepare(
      `SELECT rowid, bm25(${index}, ${titleWeight}, 1) AS rank FROM ${index} WHERE ${index} MATCH ? ORDER BY rank LIMIT ${pageSize}`,
    );
    const tookMs: number[] = [];
    const startMs = performance.now();
    for (let nowMs = startMs; nowMs - startMs < forMs;) {
      found.all(matchOf(searches[tookMs.length % searches.length] ?? ''));
      const endMs = performance.now();
      tookMs.push(endMs - nowMs);
      nowMs = endMs;
    }
    const perSecond = (tookMs.length * 1000) / (performance.now() - startMs);
    tookMs.sort((one, other) => one - other);
    const at = (share: number): number => tookMs[Math.floor((tookMs.length - 1) * share)] ?? 0;
    return { perSecond, p50Ms: at(0.5), p99Ms: at(0.99) };
  }

  close(): void {
    this.db.close();
  }
}

const matchOf = (words: string): string =>
  words
    .split(' ')
    .map((word) => `"${word}"`)
    .join(' ');

function fileWithIndex(folder: string): string {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.db'))) {
    const db = new DatabaseSync(join(folder, name), { readOnly: true });
    try {
      const sql = `SELECT 1 FROM sqlite_master WHERE '"' || name || '"' = ?`;
      if (db.prepare(sql).get(index)) return join(folder, name);
    } finally {
      db.close();
    }
  }
  throw new DoesNotAddUp(`there is no index ${index} in ${folder}`);
}
