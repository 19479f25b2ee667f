import type { Recorded, Window } from '@roadbook/decider';
import type { Ticket } from '../tickets.js';
import { evolveRelease } from './evolve.js';
import type { ReleaseEvent, RollbackEvent } from './events.js';
import type { ReleaseNotes } from './parts.js';
import { evolveRollbackInFull } from './rollback-in-full.js';
import type { RollbackInFull } from './rollback-in-full.js';
import { unplanned } from './state.js';
import type { Release } from './state.js';

interface Requested {
  readonly deployment: string;
  readonly candidate: string;
  readonly requestedAt: string;
}

/** A release with what others are told of it, beside what its decisions need. */
export interface ReleaseInFull {
  readonly release: Release;
  /** The notes that stand. */
  readonly notes?: ReleaseNotes;
  /** Every ticket that was ever targeted, as it was targeted last. */
  readonly tickets: ReadonlyMap<string, Ticket>;
  /** The events by which a candidate was prepared, the latest last. */
  readonly prepared: readonly string[];
  /** Every deployment that was requested, in their order. */
  readonly requests: readonly Requested[];
  /** The window that is confirmed. */
  readonly confirmed?: Window;
  /** The confirmed window that the last event about windows took away, by another proposal or because it ended unused. */
  readonly takenAway?: Window;
  readonly rollback?: RollbackInFull;
}

export const notPlannedYet: ReleaseInFull = {
  release: unplanned,
  tickets: new Map(),
  prepared: [],
  requests: [],
};

/** What is to be told of a release after one more event. Believes every event, and never throws. */
export function evolveInFull(known: ReleaseInFull, event: Recorded<ReleaseEvent>): ReleaseInFull {
  const release = evolveRelease(known.release, event);
  return { ...known, release, ...whatItAdds(known, event) };
}

function whatItAdds(known: ReleaseInFull, event: Recorded<ReleaseEvent>): Partial<ReleaseInFull> {
  switch (event.type) {
    case 'ReleasePlanned':
    case 'TicketsRetargeted':
      return {
        tickets: new Map([
          ...known.tickets,
          ...event.data.tickets.map((one) => [one.id, one] as const),
        ]),
      };
    case 'ReleaseNotesCompiled':
      return { notes: event.data };
    case 'ReleasePrepared':
      return { prepared: [...known.prepared, event.id] };
    case 'DeploymentRequested': {
      const { deployment, candidate } = event.data;
      const request = { deployment, candidate, requestedAt: event.recordedAt };
      return { requests: [...known.requests, request] };
    }
    case 'WindowConfirmed':
      return { confirmed: event.data, takenAway: undefined };
    case 'WindowProposed':
    case 'WindowLapsed':
      return { confirmed: undefined, takenAway: known.confirmed };
    default:
      return isOfRollback(event) ? { rollback: evolveRollbackInFull(known.rollback, event) } : {};
  }
}

const isOfRollback = (event: Recorded<ReleaseEvent>): event is Recorded<RollbackEvent> =>
  event.type.startsWith('Rollback') &&
  event.type !== 'RollbackPlanWritten' &&
  event.type !== 'RollbackPlanReviewed';
