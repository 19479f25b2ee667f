import type { Origin, Recorded } from '@roadbook/decider';
import type { ConfigurationEvent } from './events.js';
import { evolveConfiguration } from './evolve.js';
import type { OpenedEnvironments } from './state.js';

/** The environments as they are after events that are about to be recorded, for what follows from them in the same append. */
export const following = (
  environments: OpenedEnvironments,
  events: readonly ConfigurationEvent[],
  { actor, role, at, occurredAt, commandId }: Origin,
): OpenedEnvironments =>
  events.reduce((state: OpenedEnvironments, event, index) => {
    const recorded: Recorded<ConfigurationEvent> = {
      ...event,
      ...{ actor, role, occurredAt, commandId, recordedAt: at },
      ...{ id: '', revision: index },
    };
    const next = evolveConfiguration(state, recorded);
    return next.situation === 'opened' ? next : state;
  }, environments);
