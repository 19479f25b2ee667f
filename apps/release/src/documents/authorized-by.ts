import type { ActorId } from '@roadbook/decider';
import { layout, clock } from '@roadbook/documents';
import type { Markdown } from '@roadbook/documents';

/** The orchestrator's yes that reaches furthest; null where there is none. */
export interface AuthorizedBy {
  readonly role: 'Orchestrator';
  readonly of: 'promotion' | 'production' | null;
  readonly actor: ActorId | null;
  readonly at: string | null;
}

interface Grant {
  readonly of: 'promotion' | 'production';
  readonly by: ActorId;
  readonly at: string;
}

export const authorizedBy = (grant: Grant | null | undefined): AuthorizedBy => ({
  role: 'Orchestrator',
  of: grant?.of ?? null,
  actor: grant?.by ?? null,
  at: grant?.at ?? null,
});

/** What follows after `**Authorized by:**`. */
export const signature = ({ role, actor, at }: AuthorizedBy, documentDate: string): Markdown =>
  actor === null || at === null
    ? layout`${role} — not yet`
    : layout`${role} — ${actor}, ${clock(at, documentDate)}`;
