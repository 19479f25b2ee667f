import type { Recorded } from '@roadbook/decider';
import type { ReleaseEvent, ReleaseEventType } from '../domain/release/events.js';

/** An event of one of the types, as it is recorded. */
export type EventOf<Type extends ReleaseEventType> = Extract<
  Recorded<ReleaseEvent>,
  { type: Type }
>;
