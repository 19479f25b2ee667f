import { Holds, words } from '@roadbook/api';
import { roles, entryTypes, visibilities, decays } from '@roadbook/decider';
import type { ActorId, Role, EntryType, Visibility, Decay } from '@roadbook/decider';
import type { Author, KnownIssue, Tells } from '../../domain/entry/parts.js';
import type { EntrySummary, EntryView } from '../../queries/entries/entry-view.js';

export class AuthorDto implements Author {
  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  actor: ActorId;

  /** @example 'cio' */
  @Holds(words(roles))
  role: Role;
}

export class ShownKnownIssueDto implements KnownIssue {
  /** @example 'minor' */
  severity: string;

  /** @example 'Split the order' */
  workaround: string;

  /**
   * The version that is to bring the fix.
   * @example '1.4.1'
   */
  targetFix: string;
}

/** What Roadbook wrote an entry about. */
export class TellsDto implements Tells {
  /** @example 'release-prepared' */
  happening: string;

  /**
   * The event of the service that had it.
   * @example '2ed6657d-e927-568b-95e1-2665a8aea6a2'
   */
  event: string;
}

/** An entry without its content. */
export class EntrySummaryDto implements EntrySummary {
  /** @example '6fa459ea-ee8a-5ca4-894e-db77e160355e' */
  id: string;

  /** @example 'shop' */
  project: string;

  /** @example 'risk' */
  @Holds(words(entryTypes))
  type: EntryType;

  /** @example 'both' */
  @Holds(words(visibilities))
  visibility: Visibility;

  /**
   * How fast it fades in a search; it is found for ever.
   * @example 'medium'
   */
  @Holds(words(decays))
  decay: Decay;

  /** @example 'Invoices of more than 99 lines are cut off' */
  title: string;

  /**
   * What was the case.
   * @example 'The provider of invoices has a limit.'
   */
  context: string;

  /**
   * What was decided, or came of it.
   * @example 'It is fixed with 1.4.1.'
   */
  outcome: string;

  /** @example 'Large orders need a second invoice.' */
  impact: string;

  /**
   * The release that it is about; null where it is about none.
   * @example '1.4.0'
   */
  version: string | null;

  /** What release notes say about it; null where it is no known issue. */
  @Holds(() => ShownKnownIssueDto, { orNull: true })
  knownIssue: ShownKnownIssueDto | null;

  /** Who wrote it, or whose deed it tells. */
  @Holds(() => AuthorDto)
  author: AuthorDto;

  /**
   * The entry in whose place it stands; null for none that you see.
   * @example null
   */
  supersedes: string | null;

  /**
   * The entry that stands in its place; null for none that you see.
   * @example null
   */
  supersededBy: string | null;

  /**
   * Recorded time.
   * @example '2026-03-02T08:05:00.000Z'
   */
  recordedAt: string;

  /**
   * When it happened; null where nobody said.
   * @example null
   */
  occurredAt: string | null;

  /** The happening that called for it; null where people or agents wrote it. */
  @Holds(() => TellsDto, { orNull: true })
  tells: TellsDto | null;
}

/** An entry as the reader sees it. */
export class EntryDto extends EntrySummaryDto implements EntryView {
  /**
   * What there is to know.
   * @example 'Lines behind the 99th are dropped without a word.'
   */
  content: string;

  /**
   * What the content is: text as somebody wrote it, or Markdown that Roadbook composed.
   * @example 'text/plain'
   */
  @Holds(words(['text/markdown', 'text/plain']))
  contentType: EntryView['contentType'];
}
