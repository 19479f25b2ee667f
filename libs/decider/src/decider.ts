import type { Decision } from './decision.js';
import type { DomainEvent, Recorded } from './event.js';
import type { Origin } from './origin.js';

/**
 * The skeleton of everything that decides. `decide` is pure: no clock, randomness, logging or framework; actor and time come
 * with the origin, and what has to be known from elsewhere comes as `surroundings`. `evolve` believes: it never throws or judges.
 */
export interface Decider<Command, State, Event extends DomainEvent, Surroundings = void> {
  readonly initial: State;
  decide(
    command: Command,
    state: State,
    origin: Origin,
    surroundings: Surroundings,
  ): Decision<Event>;
  evolve(state: State, event: Recorded<Event>): State;
}
