import type { Author, EntryContents, Tells } from '../domain/entry/parts.js';

/** What a happening of the contract says, as an entry. */
export interface Happening {
  readonly project: string;
  readonly tells: Tells;
  /** Whose deed it tells. */
  readonly author: Author;
  readonly contents: EntryContents;
  /** The event that no longer stands since this one, where it had an entry of the same happening; null for none. */
  readonly replaces: string | null;
}
