import { projection, recorded } from '@roadbook/read-model';
import type { StoredEvent } from '@roadbook/event-store';
import type { RolesNotified } from '../../domain/notifications/events.js';
import {
  clientCommunication,
  rollbackCommunication,
} from '../../domain/notifications/notification.js';
import type { ReleaseEvent } from '../../domain/release/events.js';
import { placeOf } from '../place.js';
import { applyToNotification, keyOfRole } from './apply.js';
import type { AcknowledgingEvent } from './apply.js';
import type { NotificationRow } from './row.js';

/** The inbox of each role. */
export const notifications = projection({
  name: 'notifications',
  version: 1,
  types: [
    'RolesNotified',
    'ClientCommunicationAcknowledged',
    'RollbackCommunicationAcknowledged',
  ] satisfies (RolesNotified | ReleaseEvent)['type'][],
  keyOf: (event): readonly string[] => {
    const { project = '', version = '' } = placeOf(event.stream).about ?? {};
    return keysOf(event, version).map((key) => `${project}/${key}`);
  },
  apply: (row: NotificationRow | undefined, event, key) =>
    applyToNotification(
      row,
      recorded<RolesNotified | AcknowledgingEvent>(event),
      placeOf(event.stream).about?.project ?? '',
      key,
    ),
  columns: {
    project: { type: 'text', of: ({ told }) => told?.project ?? '' },
    role: { type: 'text', of: ({ told }) => told?.role ?? '' },
    unacknowledged: { type: 'integer', of: (row) => (isUnacknowledged(row) ? 1 : 0) },
    position: { type: 'integer', of: ({ told }) => told?.position ?? -1 },
  },
  indexes: [
    ['project', 'role', 'position'],
    ['project', 'unacknowledged', 'position'],
  ],
});

function keysOf(stored: StoredEvent, version: string): string[] {
  const event = recorded<RolesNotified | AcknowledgingEvent>(stored);
  switch (event.type) {
    case 'RolesNotified': {
      const { to, settles } = event.data;
      return [...to.map((role) => keyOfRole(event, role)), ...(settles === null ? [] : [settles])];
    }
    case 'ClientCommunicationAcknowledged':
      return [clientCommunication(version, event.data)];
    case 'RollbackCommunicationAcknowledged':
      return [rollbackCommunication(version, event.data.rollback)];
    default:
      return event satisfies never;
  }
}

/** Something is to be acknowledged, and was not. */
export const isUnacknowledged = ({ told, acknowledged }: NotificationRow): boolean =>
  told !== null && told.acknowledge !== null && !told.settled && acknowledged === null;
