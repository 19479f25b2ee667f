import type { Origin, Recorded } from '@roadbook/decider';
import type { EnvironmentsEvent } from './events.js';
import { evolveEnvironments } from './evolve.js';
import type { OpenedEnvironments } from './state.js';

/** The environments as they are after events that are about to be recorded, for what follows from them in the same append. */
export const following = (
  environments: OpenedEnvironments,
  events: readonly EnvironmentsEvent[],
  { actor, role, at, occurredAt, commandId }: Origin,
): OpenedEnvironments =>
  events.reduce((state: OpenedEnvironments, event, index) => {
    const recorded: Recorded<EnvironmentsEvent> = {
      ...event,
      ...{ actor, role, occurredAt, commandId, recordedAt: at },
      ...{ id: '', revision: index },
    };
    const next = evolveEnvironments(state, recorded);
    return next.opened ? next : state;
  }, environments);
