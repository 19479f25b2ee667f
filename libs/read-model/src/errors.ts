import type { Position, StoredEvent } from '@roadbook/event-store';

/**
 * A projection threw about an event, or made a row of it that cannot be stored. Nothing goes past that event until the
 * projection is mended; no event is skipped.
 */
export class ProjectionFailed extends Error {
  override readonly name = 'ProjectionFailed';
  constructor(
    readonly projection: string,
    readonly event: Pick<StoredEvent, 'id' | 'type' | 'stream' | 'revision' | 'position'>,
    cause: unknown,
  ) {
    super(
      `projection ${projection} failed on event ${event.id} (${event.type}, ${event.stream}@${String(event.revision)}, ` +
        `position ${String(event.position)}): ${reason(cause)}; mend the projection and start again`,
      { cause },
    );
  }
}

/** The read model had not reached the position within the limit. What was written stands; only reading it takes longer. */
export class NotCaughtUp extends Error {
  override readonly name = 'NotCaughtUp';
  constructor(
    readonly wanted: Position,
    readonly reached: Position,
    readonly limitMs: number,
  ) {
    super(
      `the read model is at position ${String(reached)} and did not reach ${String(wanted)} within ${String(limitMs)} ms; ` +
        'what was written stands, read it again later',
    );
  }
}

/** Nothing can be read: the read model was not started, is still being built, or was stopped. */
export class ReadModelNotReady extends Error {
  override readonly name = 'ReadModelNotReady';
}

/** Another rebuild or check works in the same folder. */
export class RebuildInProgress extends Error {
  override readonly name = 'RebuildInProgress';
}

/** The served rows cannot be compared with what the projections make of the events. */
export class NothingToCheck extends Error {
  override readonly name = 'NothingToCheck';
}

/** A page was asked for in a way that has no answer: an unknown column, a limit out of bounds, a cursor of another order. */
export class InvalidQuery extends Error {
  override readonly name = 'InvalidQuery';
}

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
