import type { EntryEvent } from '../../domain/entry/events.js';
import type { Placed } from '@roadbook/read-model';
import type { EntryRow } from './row.js';

export type Recording = Placed<Extract<EntryEvent, { type: 'EntryRecorded' }>>;

/**
 * The row of the entry that was recorded, or of the one in whose place it stands from now on: that it does so counts when it is there, so
 * that an entry that only announced itself supersedes nothing for readers.
 */
export function applyToEntry(
  row: EntryRow | undefined,
  { data, recordedAt, occurredAt, position }: Recording,
  { id, entry, project }: { readonly id: string; readonly entry: string; readonly project: string },
): EntryRow {
  const before = row ?? { id, project, recorded: null, supersededBy: null };
  return id === entry
    ? { ...before, recorded: { ...data, recordedAt, occurredAt: occurredAt ?? null, position } }
    : { ...before, supersededBy: { entry, visibility: data.visibility } };
}
