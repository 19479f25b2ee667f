import type { ReleaseNotes, WhatsNew } from '../../domain/release/parts.js';
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

/** The release notes as they were compiled last. */
export class ShownNotesDto implements ReleaseNotes {
  @HoldsAll(() => WhatsNewDto)
  whatsNew: WhatsNewDto[];

  @HoldsAll(() => KnownIssueDto)
  knownIssues: KnownIssueDto[];

  @HoldsAll(() => BreakingChangeDto)
  breakingChanges: BreakingChangeDto[];

  /** @example ['Run the migrations before the first start'] */
  migrationNotes: string[];

  /** @example '2026-03-02T08:05:00.000Z' */
  compiledAt: string;
}
