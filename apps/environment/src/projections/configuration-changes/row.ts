import type { ActorId, Environment, Evidence, Role } from '@roadbook/decider';
import type { DiffLine, ScopeLine } from '../../domain/environments/diff.js';
import type { Drift } from '../../domain/environments/drift.js';
import type { Parity } from '../../domain/environments/parity.js';
import type { Application, ChangeStage } from '../../domain/environments/state.js';

/** Who did something, in which role, and when; recorded time. */
export interface Act {
  readonly actor: ActorId;
  readonly role: Role;
  readonly at: string;
}

export interface ReviewRow extends Act {
  readonly verdict: 'passed' | 'failed';
  readonly note: string;
}

/** The orchestrator's yes for production. */
export interface AuthorizationRow {
  readonly state: 'absent' | 'requested' | 'granted' | 'denied';
  /** Who requested it, granted it or denied it last. */
  readonly by: ActorId | null;
  readonly at: string | null;
  /** Why it was denied. */
  readonly reason: string | null;
}

/** The period in which the change may go into production. */
export interface WindowRow {
  readonly state: 'absent' | 'proposed' | 'confirmed' | 'lapsed';
  readonly start: string | null;
  readonly end: string | null;
  /** Who proposed it, or confirmed it. */
  readonly by: ActorId | null;
}

/** The change in one of its environments. */
export interface ApplicationRow {
  readonly environment: Environment;
  readonly state: Application['is'];
  readonly orderedAt: string;
  /** When a deployer last reported on it, and with which evidence. */
  readonly reportedAt: string | null;
  readonly evidence: Evidence | null;
  /** When it was observed there as the change says. */
  readonly observedAt: string | null;
}

/** How it ended. */
export interface EndRow extends Act {
  /** Why it was withdrawn or reverted; null where it was completed. */
  readonly reason: string | null;
  /** Where it stays. */
  readonly environments: readonly Environment[];
}

/** A configuration change, from its proposal to its end. */
export interface ConfigurationChangeRow {
  readonly project: string;
  readonly change: string;
  readonly stage: ChangeStage;
  readonly what: string;
  readonly reason: string;
  readonly risk: string;
  readonly environments: readonly Environment[];
  readonly diff: readonly DiffLine[];
  readonly scopes: readonly ScopeLine[];
  readonly before: Parity;
  readonly after: Parity;
  /** The drift that it leaves behind where it is applied. */
  readonly drift: readonly Drift[];
  readonly proposed: Act;
  readonly confirmed: Act | null;
  readonly review: ReviewRow | null;
  readonly authorization: AuthorizationRow;
  readonly window: WindowRow;
  /** Those that were ordered, in the order in which they were. */
  readonly applications: readonly ApplicationRow[];
  readonly reversal: (Act & { readonly reason: string }) | null;
  readonly ended: EndRow | null;
  /** Of its proposal, in the order of everything. */
  readonly position: number;
  /** Of the project's environments, when something last happened to this change. */
  readonly revision: number;
}
