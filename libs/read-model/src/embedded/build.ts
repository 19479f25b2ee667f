import { performance } from 'node:perf_hooks';
import type { EventStore, Position } from '@roadbook/event-store';
import { foldUpTo } from '../fold-up-to.js';
import { Fold } from '../fold.js';
import type { Projection } from '../projection.js';
import type { Progress } from '../status.js';
import { Generation } from './generation.js';

/** What is built, from what, and where. */
export interface Building {
  /** The folder of the read model, the same that the service is given. */
  readonly folder: string;
  readonly events: EventStore;
  readonly projections: readonly Projection[];
  /** Called after each page of events. */
  readonly onProgress?: (progress: Progress) => void;
  /** Ends it early, with nothing changed. */
  readonly signal?: AbortSignal;
}

/** Builds all rows in a new file, up to a position; by default up to the last event of all. */
export async function build(file: string, building: Building, until?: Position): Promise<void> {
  const { events, projections, signal } = building;
  const generation = Generation.build(file, projections);
  try {
    const onPage = reporting(building, until ?? (await events.head()));
    const fold = new Fold(generation, projections);
    await foldUpTo(events, generation, fold, { until, signal, onPage });
    generation.finish();
  } finally {
    generation.close();
  }
}

/** Tells how far a build is, and how fast it came there. */
function reporting({ onProgress }: Building, head: Position) {
  const startMs = performance.now();
  return (events: number, position: Position): void => {
    const seconds = (performance.now() - startMs) / 1000;
    onProgress?.({ events, eventsPerSecond: events / seconds, position, head });
  };
}
