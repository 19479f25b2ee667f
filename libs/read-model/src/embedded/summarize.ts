import { createHash } from 'node:crypto';
import type { Projection } from '../projection.js';
import type { ProjectionSummary, Summary } from '../summary.js';
import { Snapshot } from './snapshot.js';
import type { SnapshotBytes } from './snapshot.js';

/** Counts rows as they pass by, and hashes them. */
export class Tally {
  private readonly hash = createHash('sha256');
  private rows = 0;

  constructor(private readonly name: string) {}

  add(text: string): void {
    this.hash.update(`${text}\n`);
    this.rows += 1;
  }

  addAll({ rows, bytes }: SnapshotBytes): void {
    this.hash.update(bytes);
    this.rows += rows;
  }

  summary(): ProjectionSummary {
    return { name: this.name, rows: this.rows, hash: this.hash.digest('hex') };
  }
}

/** Everything that a file holds, at one position, while others go on writing it. */
export async function summarize(
  file: string,
  projections: readonly Projection[],
): Promise<Summary> {
  const snapshot = new Snapshot(file);
  try {
    const summaries: ProjectionSummary[] = [];
    for (const projection of projections) {
      const tally = new Tally(projection.name);
      for await (const some of snapshot.bytes(projection)) tally.addAll(some);
      summaries.push(tally.summary());
    }
    return { position: snapshot.position, projections: summaries };
  } finally {
    snapshot.close();
  }
}
