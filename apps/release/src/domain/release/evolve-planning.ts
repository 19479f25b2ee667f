import type { Recorded } from '@roadbook/decider';
import type { Ticket } from '../tickets.js';
import type { DataOf, PlanningEvent } from './events.js';
import type { PlannedRelease, TargetedTicket } from './state.js';

type ReleasePlanned = Extract<Recorded<PlanningEvent>, { type: 'ReleasePlanned' }>;

export const planned = ({ data, id }: ReleasePlanned): PlannedRelease => ({
  situation: 'planned',
  stage: 'on-the-road',
  project: data.project,
  version: data.version,
  kind: data.kind,
  breaking: data.breaking,
  event: id,
  tickets: byId(data.tickets),
  widened: new Map(),
  authorities: { release: [], merge: [], gates: new Map() },
  replaced: new Map(),
  reportsSeen: new Set(),
  promotion: { is: 'absent' },
  production: { is: 'absent' },
  window: { is: 'absent' },
  clients: { are: 'affected' },
  block: { is: 'clear' },
  abandonedClaims: [],
  productionStarted: false,
  productionTouched: false,
  rollback: { is: 'none' },
});

export function evolvePlanning(
  release: PlannedRelease,
  event: Recorded<PlanningEvent>,
): PlannedRelease {
  switch (event.type) {
    case 'ReleasePlanned':
      return release;
    case 'TicketsRetargeted':
      return { ...release, tickets: retargeted(release, event.data.tickets) };
    case 'SecurityScopeWidened':
      return widened(release, event.data);
    case 'TicketsMerged':
      return { ...release, tickets: merged(release, event) };
    case 'ReleaseWithdrawn':
      return { ...release, stage: 'withdrawn' };
    default:
      return event satisfies never;
  }
}

const byId = (tickets: readonly TargetedTicket[]): PlannedRelease['tickets'] =>
  new Map(tickets.map((ticket) => [ticket.id, ticket]));

const retargeted = (
  { tickets }: PlannedRelease,
  targets: readonly Ticket[],
): PlannedRelease['tickets'] =>
  byId(targets.map((ticket) => ({ ...ticket, merged: tickets.get(ticket.id)?.merged })));

function widened(
  release: PlannedRelease,
  { ticket: id, areas }: DataOf<'SecurityScopeWidened'>,
): PlannedRelease {
  const ticket = release.tickets.get(id);
  if (!ticket) return release;
  const securityScope = [...ticket.securityScope, ...areas];
  return {
    ...release,
    tickets: new Map(release.tickets).set(id, { ...ticket, securityScope }),
    widened: new Map(release.widened).set(id, securityScope),
  };
}

function merged(
  release: PlannedRelease,
  { data, id: event, revision }: { data: DataOf<'TicketsMerged'>; id: string; revision: number },
): PlannedRelease['tickets'] {
  const tickets = new Map(release.tickets);
  for (const id of data.tickets) {
    const ticket = tickets.get(id);
    if (ticket && !ticket.merged) tickets.set(id, { ...ticket, merged: { event, revision } });
  }
  return tickets;
}
