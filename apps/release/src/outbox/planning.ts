import { releasePlanned, releaseWithdrawn } from '@roadbook/contracts';
import { nothing, tell } from '@roadbook/telling';
import type { PlanningEvent } from '../domain/release/events.js';
import { ticketsOf } from './parts.js';
import type { Tellings } from './telling.js';

export const planning: Tellings<PlanningEvent> = {
  ReleasePlanned: ({ data: { kind, breaking } }, { happening, release }) => [
    tell(releasePlanned, { ...happening, kind, breaking, tickets: ticketsOf(release) }),
  ],
  TicketsRetargeted: nothing,
  SecurityScopeWidened: nothing,
  TicketsMerged: nothing,
  ReleaseWithdrawn: ({ data: { reason } }, { happening, release: { candidate } }) => [
    tell(releaseWithdrawn, { ...happening, candidate: candidate?.commit ?? null, reason }),
  ],
};
