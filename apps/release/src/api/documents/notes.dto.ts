import type {
  ContextLine,
  KnownIssue,
  ReleaseNotes,
  WhatsNew,
} from '../../domain/release/parts.js';
import { ticketTypes } from '../../domain/tickets.js';
import type { TicketType } from '../../domain/tickets.js';
import { BreakingChangeDto, KnownIssueDto } from '../artifacts/notes.dto.js';
import { Holds, HoldsAll, words } from '@roadbook/api';

export class WhatsNewDto implements WhatsNew {
  /** @example 'SHOP-1' */
  ticket: string;

  /** @example 'Companies can pay by invoice' */
  description: string;

  /** @example 'feature' */
  @Holds(words(ticketTypes))
  type: TicketType;
}

export class ShownIssueDto extends KnownIssueDto implements KnownIssue {
  /**
   * The entry of the knowledge base that it was drawn from; absent where the cio gave it.
   * @example '0b5d8f6e-3c1a-5e4f-9d2b-7a6c5e4f3d2b'
   */
  entry?: string;
}

export class ContextLineDto implements ContextLine {
  /** @example '0b5d8f6e-3c1a-5e4f-9d2b-7a6c5e4f3d2b' */
  entry: string;

  /** @example 'Why invoices are numbered by year' */
  title: string;
}

/** The release notes as they were compiled last. */
export class ShownNotesDto implements ReleaseNotes {
  @HoldsAll(() => WhatsNewDto)
  whatsNew: WhatsNewDto[];

  @HoldsAll(() => ShownIssueDto)
  knownIssues: ShownIssueDto[];

  @HoldsAll(() => BreakingChangeDto)
  breakingChanges: BreakingChangeDto[];

  /** @example ['Run the migrations before the first start'] */
  migrationNotes: string[];

  /** What the knowledge base had to say beside it; absent where that is nothing. */
  @HoldsAll(() => ContextLineDto)
  context?: ContextLineDto[];

  /** @example '2026-03-02T08:05:00.000Z' */
  compiledAt: string;
}
