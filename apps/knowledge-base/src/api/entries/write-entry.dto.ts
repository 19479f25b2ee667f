import { entryTypes, visibilities, decays } from '@roadbook/decider';
import type { EntryType, Visibility, Decay } from '@roadbook/decider';
import {
  anyText,
  CommandDto,
  Is,
  IsA,
  madeId,
  Maybe,
  oneOf,
  text,
  semanticVersion,
} from '@roadbook/api';
import { knownIssueLimits, textLimits } from '../../domain/entry/limits.js';
import type { KnownIssue } from '../../domain/entry/parts.js';

/** What release notes say of the issue beside its title. */
export class KnownIssueDto implements KnownIssue {
  /** @example 'minor' */
  @Is(text(knownIssueLimits.severity))
  severity: string;

  /** @example 'Split the order' */
  @Is(text(knownIssueLimits.workaround))
  workaround: string;

  /**
   * The version that is to bring the fix.
   * @example '1.4.1'
   */
  @Is(text(knownIssueLimits.targetFix))
  targetFix: string;
}

export class WriteEntryDto extends CommandDto {
  /** @example 'risk' */
  @Is(oneOf(entryTypes))
  type: EntryType;

  /**
   * Clients see what is deliverable or both.
   * @example 'both'
   */
  @Is(oneOf(visibilities))
  visibility: Visibility;

  /**
   * How fast it fades in a search: never, by half in two years, in half a year, or in a month.
   * @example 'medium'
   */
  @Is(oneOf(decays))
  decay: Decay;

  /** @example 'Invoices of more than 99 lines are cut off' */
  @Is(text(textLimits.title))
  title: string;

  /**
   * What was the case.
   * @example 'The provider of invoices has a limit.'
   */
  @Is(anyText(textLimits.context))
  context: string;

  /**
   * What there is to know. Text: nothing in it is taken for markup.
   * @example 'Lines behind the 99th are dropped without a word.'
   */
  @Is(text(textLimits.content))
  content: string;

  /**
   * What was decided, or came of it; may be empty.
   * @example 'It is fixed with 1.4.1.'
   */
  @Is(anyText(textLimits.outcome))
  outcome: string;

  /**
   * What it means; may be empty.
   * @example 'Large orders need a second invoice.'
   */
  @Is(anyText(textLimits.impact))
  impact: string;

  /**
   * The release that it is about.
   * @example '1.4.0'
   */
  @Maybe()
  @Is(semanticVersion)
  version?: string;

  /** Makes a known issue of a risk or a blocker, which release notes tell where it is published. */
  @Maybe()
  @IsA(() => KnownIssueDto)
  knownIssue?: KnownIssueDto;

  /**
   * The entry in whose place it stands from now on; an entry is superseded once. What clients see stands for them, and in release notes, until
   * something that they see takes its place.
   * @example '886313e1-3b8a-5372-9b90-0c9aee199e5d'
   */
  @Maybe()
  @Is(madeId)
  supersedes?: string;
}
