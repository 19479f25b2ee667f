import type { DomainEvent, Recorded } from '@roadbook/decider';
import type { ReleaseInFull } from '../release/in-full.js';
import type { PlannedRelease } from '../release/state.js';
import { notification } from './notification.js';
import type { Notification } from './notification.js';

/** A release at the event that is told of. */
export interface AtEvent {
  /** `shop 1.4.0`. */
  readonly name: string;
  /** Its path in the API. */
  readonly path: string;
  /** Up to the event and including it. */
  readonly release: PlannedRelease;
  readonly full: ReleaseInFull;
}

export const atEvent = (release: PlannedRelease, full: ReleaseInFull): AtEvent => ({
  name: `${release.project} ${release.version}`,
  path: `/v1/projects/${release.project}/releases/${release.version}`,
  release,
  full,
});

/** Who is told what of each event of these; the compiler keeps it complete. */
export type Words<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: (
    event: Extract<Recorded<Event>, { type: Type }>,
    at: AtEvent,
  ) => readonly Notification[];
};

/** What happened to the release, under its name. */
export const told = (
  { name, release: { version } }: AtEvent,
  to: Notification['to'],
  what: string,
  sentences: readonly string[],
  more: Partial<Notification> = {},
): Notification => notification(to, `${name} ${what}`, sentences, { about: { version }, ...more });

export const nobody = (): readonly Notification[] => [];
