import type { Recorded } from '@roadbook/decider';
import type { StoredEvent } from '@roadbook/event-store';
import { projection } from '@roadbook/read-model';
import type { ReleaseEvent, ReleaseEventType } from '../../domain/release/events.js';
import { releaseKeyOf } from '../release-key.js';
import type { ChecklistRow } from './row.js';

/** For each release, everything that its checklist is made of. */
export const checklists = projection({
  name: 'checklist',
  version: 1,
  keyOf: releaseKeyOf,
  apply: (row: ChecklistRow | undefined, event): ChecklistRow => {
    const { revision, recordedAt: changedAt } = event;
    const events = row?.events ?? [];
    return isBeside(event)
      ? { events, revision, changedAt }
      : { events: [...events, evidenceOf(event)], revision, changedAt };
  },
  columns: {},
  indexes: [],
});

/** What these say step by step is summed up by another event, and no item rests on them. */
const beside: ReadonlySet<string> = new Set<ReleaseEventType>([
  'RehearsalStepsReported',
  'DeploymentLogEntryOpened',
  'DeploymentLogClosed',
  'RollbackStepsReported',
]);

const isBeside = ({ type }: StoredEvent): boolean => beside.has(type);

/** What a decider reads of an event. */
function evidenceOf(event: StoredEvent): Recorded<ReleaseEvent> {
  const { id, revision, type, recordedAt, occurredAt, actor, role, commandId, data } = event;
  const read = { id, revision, type, recordedAt, occurredAt, actor, role, commandId, data };
  return read as unknown as Recorded<ReleaseEvent>;
}
