import { fitting } from '@roadbook/documents';
import type { Markdown } from '@roadbook/documents';
import type { Happening } from '../commands/happening.js';
import type { Role } from '@roadbook/decider';
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

/** Characters of a title, and of what stands beside the content: what came from outside is cut where it is longer. */
const titleMax = 300;
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
      title: cut(said.title, titleMax),
      context: cut(said.context, textMax),
      content: fitting(content, contentBytesMax, 'the documents of the release').source,
      outcome: cut(said.outcome, textMax),
      impact: cut(said.impact, textMax),
      version: version ?? null,
      knownIssue: null,
    },
    replaces,
  };
}

const cut = (text: string, charactersMax: number): string =>
  text.length <= charactersMax ? text : `${text.slice(0, charactersMax - 1)}…`;
