import type { StoredEvent } from '@roadbook/event-store';
import { projection } from '@roadbook/read-model';
import { placeOf } from '../place.js';
import { applyToDeadline } from './apply.js';
import { types } from './happened.js';
import type { Happened, Whose } from './happened.js';
import { keysOf } from './keys.js';
import type { Deadline } from './row.js';

/** Sorts behind every time. */
export const never = '9999-12-31T23:59:59.999Z';

/** What falls due when, for a timer that survives restarts. */
export const deadlines = projection({
  name: 'deadlines',
  version: 1,
  types,
  keyOf: (event) => keysOf(happened(event), whose(event)),
  apply: (row: Deadline | undefined, event, key) =>
    applyToDeadline(row, happened(event), key, whose(event)),
  columns: { due: { type: 'text', of: ({ due }) => due ?? never } },
  indexes: [['due']],
});

const happened = (event: StoredEvent): Happened => event as unknown as Happened;

function whose(event: StoredEvent): Whose {
  const { project = '', version } = placeOf(event.stream).about ?? {};
  const { data } = happened(event);
  return { project, version: version ?? ('version' in data ? data.version : '') };
}
