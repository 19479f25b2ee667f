import type { DomainEvent, Recorded } from '@roadbook/decider';
import type { Happening, Told } from '@roadbook/telling';
import type { ReleaseInFull } from '../domain/release/in-full.js';
import type { PlannedRelease } from '../domain/release/state.js';

/** A release at one of its events: what every message about it says, and what it is made of. */
export interface AtEvent {
  readonly happening: Happening & { readonly version: string };
  /** Up to the event and including it. */
  readonly release: PlannedRelease;
  readonly full: ReleaseInFull;
}

/** What is told of each event of these, nothing of most; the compiler keeps it complete. */
export type Tellings<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: (
    event: Extract<Recorded<Event>, { type: Type }>,
    at: AtEvent,
  ) => readonly Told[];
};
