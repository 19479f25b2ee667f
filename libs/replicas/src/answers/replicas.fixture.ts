import type { EventStore } from '@roadbook/event-store';
import { RandomIds } from '@roadbook/process';
import type { Clock } from '@roadbook/process';
import { StoredAnswers } from './stored-answers.js';

/** Two replicas that share a store of first answers, how to make a third one, and what they said was lost. */
export function replicasOn(store: EventStore, clock: Clock) {
  const lost: unknown[] = [];
  const replica = () =>
    new StoredAnswers({
      ...{ store, clock, ids: new RandomIds() },
      onLost: (error) => lost.push(error),
    });
  return { one: replica(), other: replica(), replica, lost };
}
