import { shortened, titleMax } from '@roadbook/decider';
import type { Role } from '@roadbook/decider';
import { fitting } from '@roadbook/documents';
import type { Markdown } from '@roadbook/documents';
import type { Happening } from '../commands/happening.js';
import type { EntryContents } from '../domain/entry/parts.js';

/** What a happening says as an entry, with its content composed as Markdown from the facts of its message. */
export interface Composed extends Omit<EntryContents, 'content' | 'version' | 'knownIssue'> {
  readonly content: Markdown;
  readonly version?: string;
  /** The event that no longer stands since this one. */
  readonly replaces?: string | null;
}

/** What every message says that tells of an event. */
export interface Told {
  readonly project: string;
  readonly event: string;
  readonly actor: string;
  readonly role: Role;
}

/** Characters of what stands beside the content: what came from outside is cut where it is longer. */
const textMax = 5_000;
/** Bytes of the content, in UTF-8: with everything else it fits into one event and one message. */
const contentBytesMax = 180_000;

export function happening(
  name: string,
  { project, event, actor, role }: Told,
  { content, version, replaces = null, ...said }: Composed,
): Happening {
  return {
    project,
    tells: { happening: name, event },
    author: { actor, role },
    contents: {
      ...said,
      title: shortened(said.title, titleMax),
      context: shortened(said.context, textMax),
      content: fitting(content, contentBytesMax, 'the documents of the release').source,
      outcome: shortened(said.outcome, textMax),
      impact: shortened(said.impact, textMax),
      version: version ?? null,
      knownIssue: null,
    },
    replaces,
  };
}
