import type { Recorded, Role, Visibility } from '@roadbook/decider';
import type { EntryEvent } from './events.js';

/** Who supersedes an entry, since when, and in which role that was said. */
export interface Superseding {
  readonly by: string;
  readonly at: string;
  readonly role: Role;
}

/** What decisions need to know of an entry. */
export interface Entry {
  readonly situation:
    | { readonly is: 'unrecorded' }
    | { readonly is: 'recorded'; readonly visibility: Visibility }
    | { readonly is: 'abandoned' };
  readonly supersededBy: Superseding | null;
}

export const noEntry: Entry = { situation: { is: 'unrecorded' }, supersededBy: null };

export function evolveEntry(entry: Entry, event: Recorded<EntryEvent>): Entry {
  switch (event.type) {
    case 'EntryRecorded':
      return { ...entry, situation: { is: 'recorded', visibility: event.data.visibility } };
    case 'EntrySuperseded': {
      const { recordedAt: at, role } = event;
      return { ...entry, supersededBy: { by: event.data.by, at, role } };
    }
    case 'EntryAbandoned':
      return { ...entry, situation: { is: 'abandoned' } };
    default:
      return event satisfies never;
  }
}
