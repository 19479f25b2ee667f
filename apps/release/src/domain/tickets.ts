import type { Gate } from '@roadbook/decider';

export const ticketTypes = ['feature', 'fix', 'enhancement'] as const;
export type TicketType = (typeof ticketTypes)[number];

export const securityAreas = [
  'auth',
  'permissions',
  'secrets',
  'pii',
  'external-api',
  'payments',
  'storage',
  'logging',
] as const;
export type SecurityArea = (typeof securityAreas)[number];

/** A unit of change. An empty security scope means that none is triggered. */
export interface Ticket {
  readonly id: string;
  readonly title: string;
  readonly type: TicketType;
  readonly ui: boolean;
  readonly securityScope: readonly SecurityArea[];
}

/** Quality applies to every ticket, design to UI tickets, security to tickets in security scope. */
export function gateApplies(gate: Gate, ticket: Ticket): boolean {
  switch (gate) {
    case 'quality':
      return true;
    case 'design':
      return ticket.ui;
    case 'security':
      return ticket.securityScope.length > 0;
  }
}

/** The same tickets, in whatever order they are named. */
export function sameIds(some: readonly string[], others: readonly string[]): boolean {
  const [ids, otherIds] = [new Set(some), new Set(others)];
  return ids.size === otherIds.size && some.every((id) => otherIds.has(id));
}
