import { gates } from '@roadbook/decider';
import type { Gate } from '@roadbook/decider';
import type { PlannedRelease } from '../../domain/release/state.js';
import { gateApplies } from '../../domain/tickets.js';
import type { Ticket } from '../../domain/tickets.js';
import type { Verdict } from '../../domain/verdicts.js';

export interface TicketView extends Ticket {
  readonly merged: boolean;
  /** The gates that apply, with the verdict that stands for the candidate; null where none was reported. */
  readonly gates: readonly { readonly gate: Gate; readonly verdict: Verdict | null }[];
}

/** The targeted tickets, in the order in which they were targeted. */
export const ticketViews = ({ tickets, candidate }: PlannedRelease): TicketView[] =>
  [...tickets.values()].map((ticket) => ({
    ...{ id: ticket.id, title: ticket.title, type: ticket.type, ui: ticket.ui },
    securityScope: ticket.securityScope,
    merged: ticket.merged !== undefined,
    gates: gates
      .filter((gate) => gateApplies(gate, ticket))
      .map((gate) => ({
        gate,
        verdict: candidate?.gates[gate].get(ticket.id)?.verdict ?? null,
      })),
  }));
