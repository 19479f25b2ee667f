import type { Position } from '@roadbook/event-store';

/** What a projection's rows amount to. Equal hashes mean equal rows, however they came about. */
export interface ProjectionSummary {
  readonly name: string;
  readonly rows: number;
  /** SHA-256 (hex) over all rows in the order of their keys: each as JSON of key, row as it is stored, and columns, and a line feed. */
  readonly hash: string;
}

/** Everything that is served at a position. */
export interface Summary {
  readonly position: Position;
  readonly projections: readonly ProjectionSummary[];
}
