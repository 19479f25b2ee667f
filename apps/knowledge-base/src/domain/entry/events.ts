import type { Author, EntryContents, Superseded, Tells } from './parts.js';

/** What happened to one entry. Nothing ever changes or deletes it. */
export type EntryEvent =
  | {
      readonly type: 'EntryRecorded';
      readonly data: EntryContents & {
        /** What the content is: text as somebody wrote it, or Markdown that Roadbook composed. */
        readonly form: 'text' | 'markdown';
        readonly author: Author;
        readonly supersedes: Superseded | null;
        /** Null for what people and agents write. */
        readonly tells: Tells | null;
      };
    }
  /** Can come before the entry itself, where topics arrive out of order. */
  | { readonly type: 'EntrySuperseded'; readonly data: { readonly by: string } }
  | { readonly type: 'EntryAbandoned'; readonly data: { readonly for: string } };

/** A list that the compiler keeps complete. */
export const entryEventTypes = Object.keys({
  EntryRecorded: true,
  EntrySuperseded: true,
  EntryAbandoned: true,
} satisfies Record<EntryEvent['type'], true>);
