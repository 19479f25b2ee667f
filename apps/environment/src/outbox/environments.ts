import type { DomainEvent, Recorded } from '@roadbook/decider';
import type { Happening, Told } from '@roadbook/telling';
import type { EnvironmentsEvent } from '../domain/environments/events.js';
import type { EnvironmentsInFull } from '../domain/environments/in-full.js';

/** The environments at one of their events. */
export interface AtEvent {
  readonly happening: Happening;
  /** Up to the event and including it. */
  readonly full: EnvironmentsInFull;
}

/** What is told of each event of these, nothing of many; the compiler keeps it complete. */
export type EnvironmentTellings<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: (
    event: Extract<Recorded<Event>, { type: Type }>,
    at: AtEvent,
  ) => readonly Told[];
};

export type TellEnvironments = (event: Recorded<EnvironmentsEvent>, at: AtEvent) => readonly Told[];
