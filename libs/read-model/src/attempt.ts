import type { StoredEvent } from '@roadbook/event-store';
import { ProjectionFailed } from './errors.js';
import type { Projection } from './projection.js';

/** Lets a projection work on an event; whatever it throws names both. */
export function attempt<T>(projection: Projection, event: StoredEvent, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new ProjectionFailed(projection.name, event, cause);
  }
}
