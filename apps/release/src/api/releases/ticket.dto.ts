import { gates } from '@roadbook/decider';
import type { Gate } from '@roadbook/decider';
import { securityAreas, ticketTypes } from '../../domain/tickets.js';
import type { SecurityArea, TicketType } from '../../domain/tickets.js';
import { verdicts } from '../../domain/verdicts.js';
import type { Verdict } from '../../domain/verdicts.js';
import type { TicketView } from '../../queries/releases/ticket-view.js';
import { Holds, HoldsAll, words } from '@roadbook/api';

export class TicketGateDto {
  /** @example 'quality' */
  @Holds(words(gates))
  gate: Gate;

  /**
   * The verdict that stands for the candidate; null where none was reported.
   * @example 'passed'
   */
  @Holds(words(verdicts), { orNull: true })
  verdict: Verdict | null;
}

export class TargetedTicketDto implements TicketView {
  /** @example 'SHOP-1' */
  id: string;

  /** @example 'Pay by invoice' */
  title: string;

  /** @example 'feature' */
  @Holds(words(ticketTypes))
  type: TicketType;

  /** @example true */
  ui: boolean;

  /** @example ['payments'] */
  @HoldsAll(words(securityAreas))
  securityScope: SecurityArea[];

  /** @example true */
  merged: boolean;

  /** Those that apply to it. */
  @HoldsAll(() => TicketGateDto)
  gates: TicketGateDto[];
}
