import type { Author, EntryContents, Superseded, Tells } from './parts.js';

export type EntryCommand =
  /** Somebody writes an entry. */
  | {
      readonly type: 'RecordEntry';
      readonly data: EntryContents & { readonly supersedes: Superseded | null };
    }
  /** Roadbook writes the entry that a happening calls for; its content is Markdown that was composed from the facts. */
  | {
      readonly type: 'RecordHappening';
      readonly data: EntryContents & {
        readonly author: Author;
        readonly tells: Tells;
        readonly supersedes: Superseded | null;
      };
    }
  /** Another entry stands from now on in the place of this one. */
  | {
      readonly type: 'SupersedeEntry';
      readonly data: {
        readonly by: string;
        /** The entry that was to do so and was given up; null for the first. */
        readonly insteadOf: string | null;
      };
    }
  /** What was announced on the entry that it supersedes, and never came, comes no more: another one takes its place. */
  | { readonly type: 'AbandonEntry'; readonly data: { readonly for: string } };

export type EntryCommandType = EntryCommand['type'];
