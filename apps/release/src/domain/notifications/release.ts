import type { Recorded } from '@roadbook/decider';
import type { PlanningEvent, ReleaseEvent } from '../release/events.js';
import type { ReleaseInFull } from '../release/in-full.js';
import type { Notification } from './notification.js';
import { promotion } from './promotion.js';
import { artifacts, authorization } from './readiness.js';
import { rollback } from './rollback.js';
import { candidate } from './stops.js';
import { window } from './window.js';
import { atEvent, nobody } from './words.js';
import type { AtEvent, Words } from './words.js';

const planning: Words<PlanningEvent> = {
  ReleasePlanned: nobody,
  TicketsRetargeted: nobody,
  SecurityScopeWidened: nobody,
  TicketsMerged: nobody,
  ReleaseWithdrawn: nobody,
};

const words: Words<ReleaseEvent> = {
  ...planning,
  ...candidate,
  ...artifacts,
  ...authorization,
  ...window,
  ...promotion,
  ...rollback,
};

/** Who is told what of an event of a release; nobody of one that only a newer version knows. */
export function notificationsOf(
  event: Recorded<ReleaseEvent>,
  full: ReleaseInFull,
): readonly Notification[] {
  const { release } = full;
  if (release.situation === 'unplanned' || !Object.hasOwn(words, event.type)) return [];
  const say = words[event.type] as (event: Recorded<ReleaseEvent>, at: AtEvent) => Notification[];
  return say(event, atEvent(release, full));
}
