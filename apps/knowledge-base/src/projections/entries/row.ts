import type { EntryEvent } from '../../domain/entry/events.js';
import type { Superseded } from '../../domain/entry/parts.js';

type EntryRecordedData = Extract<EntryEvent, { type: 'EntryRecorded' }>['data'];

/** An entry as it was recorded. */
export type RecordedEntry = EntryRecordedData & {
  readonly recordedAt: string;
  /** When it happened; null where nobody said. */
  readonly occurredAt: string | null;
  readonly position: number;
};

export interface EntryRow {
  readonly id: string;
  readonly project: string;
  /** Null while another entry is known to stand in the place of this one, and this one has not come yet. */
  readonly recorded: RecordedEntry | null;
  /** The entry that stands in its place, and who may see that one; null while this one stands. */
  readonly supersededBy: Superseded | null;
}

/** The row of an entry that has come. */
export type PresentEntryRow = EntryRow & { readonly recorded: RecordedEntry };

export const isPresent = (row: EntryRow | undefined): row is PresentEntryRow =>
  row !== undefined && row.recorded !== null;

/** When it happened, or was recorded where nobody said. */
export const timeOf = ({ occurredAt, recordedAt }: RecordedEntry): string =>
  occurredAt ?? recordedAt;
