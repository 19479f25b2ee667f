import type { Role } from '@roadbook/decider';
import type { Placed } from '@roadbook/read-model';
import type { RolesNotified } from '../../domain/notifications/events.js';
import type { AuthorizationEvent, RollbackEvent } from '../../domain/release/events.js';
import type { Acknowledged, NotificationRow, Told } from './row.js';

export type AcknowledgingEvent =
  | Extract<AuthorizationEvent, { type: 'ClientCommunicationAcknowledged' }>
  | Extract<RollbackEvent, { type: 'RollbackCommunicationAcknowledged' }>;

type Notified = Pick<Placed<RolesNotified>, 'id' | 'data'>;

/** What is to be acknowledged stands under its communication, everything else under its event and the role. */
export const keyOfRole = ({ id, data: { acknowledge } }: Notified, role: Role): string =>
  acknowledge ? acknowledge.communication : `${id}/${role}`;

export function applyToNotification(
  row: NotificationRow | undefined,
  event: Placed<RolesNotified | AcknowledgingEvent>,
  project: string,
  key: string,
): NotificationRow | undefined {
  if (event.type !== 'RolesNotified') {
    const { actor: by, recordedAt: at, data } = event;
    return { told: row?.told ?? null, acknowledged: { by, at, note: data.note } };
  }
  if (event.data.settles !== null && key === `${project}/${event.data.settles}`)
    return row?.told ? { ...row, told: { ...row.told, settled: true } } : row;
  const role = event.data.to.find((one) => key === `${project}/${keyOfRole(event, one)}`);
  if (role === undefined) return row;
  return { told: toldTo(role, project, event), acknowledged: whereItStands(row, event.data) };
}

function toldTo(
  role: Role,
  project: string,
  { id, recordedAt: at, position, data }: Placed<RolesNotified>,
): Told {
  const { tellsOf, happenedAt, subject, text, about, rollbackPlan, acknowledge } = data;
  // Spreading shorter lists into it would take fifteen times as much memory, and there is a row for every role that is told.
  return {
    id,
    project,
    role,
    at,
    position,
    tellsOf,
    happenedAt,
    subject,
    text,
    about,
    rollbackPlan,
    acknowledge,
    settled: false,
  };
}

/** Whoever acknowledged it before it was asked for anew has to do so again. */
const whereItStands = (
  row: NotificationRow | undefined,
  { happenedAt }: RolesNotified['data'],
): Acknowledged | null =>
  row?.acknowledged && row.acknowledged.at >= happenedAt ? row.acknowledged : null;
