import { roleNotified } from '@roadbook/contracts';
import type { StoredEvent } from '@roadbook/event-store';
import { recorded } from '@roadbook/read-model';
import { happeningOf, tell } from '@roadbook/telling';
import type { Told } from '@roadbook/telling';
import type { RolesNotified } from '../domain/notifications/events.js';

/** One message for each role that is told. */
export function toldOfNotifications(project: string, stored: StoredEvent): readonly Told[] {
  const { to, tellsOf, subject, text, about, rollbackPlan, acknowledge } =
    recorded<RolesNotified>(stored).data;
  const said = {
    ...happeningOf(project, stored),
    notification: stored.id,
    ...{ tellsOf, subject, text, about },
    ...(rollbackPlan && { rollbackPlan }),
    acknowledge: acknowledge && { what: acknowledge.what, address: acknowledge.address },
  };
  return to.map((role) => tell(roleNotified, { ...said, to: role }, role));
}
