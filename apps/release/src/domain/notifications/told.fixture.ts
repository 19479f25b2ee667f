import type { Role } from '@roadbook/decider';
import type { StoredEvent } from '@roadbook/event-store';
import { recorded } from '@roadbook/read-model';
import type { ReleaseEvent } from '../release/events.js';
import { evolveInFull, notPlannedYet } from '../release/in-full.js';
import type { ReleaseInFull } from '../release/in-full.js';
import { streamOf } from '../streams.js';
import type { Notification } from './notification.js';
import { notificationsOf } from './release.js';

export interface ToldOf extends Notification {
  readonly event: StoredEvent;
}

/** Everything that roles are told of a story, in its order. */
export function toldOf({ log }: { readonly log: readonly StoredEvent[] }): ToldOf[] {
  const releases = new Map<string, ReleaseInFull>();
  return log.flatMap((event) => {
    if (streamOf(event.stream)?.kind !== 'release') return [];
    const known = releases.get(event.stream) ?? notPlannedYet;
    const full = evolveInFull(known, recorded<ReleaseEvent>(event));
    releases.set(event.stream, full);
    const notifications = notificationsOf(recorded<ReleaseEvent>(event), full);
    return notifications.map((one) => ({ ...one, event }));
  });
}

/** Who is told under which subject. */
export const subjectsOf = (told: readonly Notification[]): [subject: string, to: string][] =>
  told.map(({ subject, to }) => [subject, to.join(' ')]);

export const toldTo = (role: Role, told: readonly ToldOf[]): ToldOf[] =>
  told.filter(({ to }) => to.includes(role));
