import type { ActorId, Environment } from '@roadbook/decider';
import type { Drift } from '../../domain/environments/drift.js';
import type { Parity, ParityState } from '../../domain/environments/parity.js';
import type { Content, Scope } from '../../domain/environments/settings.js';
import type { ChangeStage } from '../../domain/environments/state.js';
import type { ConfigurationChangeRow } from '../../projections/configuration-changes/row.js';

/** What a setting has and is to have; null where it is not set. */
export interface ChangedContent {
  readonly setting: string;
  readonly current: Content | null;
  readonly proposed: Content | null;
  readonly environments: readonly Environment[];
}

export interface ChangedScope {
  readonly setting: string;
  readonly current: Scope;
  readonly proposed: Scope;
}

export interface ParityImpact {
  readonly environment: 'staging' | 'qa';
  readonly current: ParityState;
  readonly after: ParityState;
}

/** How the change ended, and where it stays. */
export interface ChangeEnd {
  readonly at: string;
  readonly reason: string | null;
  readonly environments: readonly Environment[];
}

/** The environment configuration diff: what a change does, to what, and what became of it. */
export interface ConfigurationDiffDocument {
  readonly change: string;
  /** When it was proposed. */
  readonly date: string;
  readonly what: string;
  readonly reason: string;
  readonly environments: readonly Environment[];
  readonly settings: readonly ChangedContent[];
  readonly scopes: readonly ChangedScope[];
  readonly parity: readonly [ParityImpact, ParityImpact];
  readonly risk: {
    readonly text: string;
    /** The drift that the change leaves behind where it is applied. */
    readonly drift: readonly Drift[];
    /** Where its application failed, which stays an open risk until it is reverted. */
    readonly failedIn: readonly Environment[];
    /** Why it is being reverted; null where it is not. */
    readonly reverting: string | null;
  };
  readonly stage: ChangeStage;
  readonly ended: ChangeEnd | null;
  readonly approved: { readonly by: ActorId; readonly at: string } | null;
}

export const configurationDiffDocument = (
  row: ConfigurationChangeRow,
): ConfigurationDiffDocument => ({
  change: row.change,
  date: row.proposed.at,
  what: row.what,
  reason: row.reason,
  environments: row.environments,
  settings: row.diff.map(({ setting, from, to, environments }) => ({
    ...{ setting, current: from, proposed: to },
    environments,
  })),
  scopes: row.scopes.map(({ setting, from, to }) => ({ setting, current: from, proposed: to })),
  parity: [impactOn('staging', row), impactOn('qa', row)],
  risk: {
    text: row.risk,
    drift: row.drift,
    failedIn: row.applications
      .filter(({ state }) => state === 'failed' || state === 'reversal-failed')
      .map(({ environment }) => environment),
    reverting: row.stage === 'reverting' ? (row.reversal?.reason ?? null) : null,
  },
  stage: row.stage,
  ended: row.ended && {
    at: row.ended.at,
    reason: row.ended.reason,
    environments: row.ended.environments,
  },
  approved: row.confirmed && { by: row.confirmed.actor, at: row.confirmed.at },
});

const impactOn = (
  environment: keyof Parity,
  { before, after }: ConfigurationChangeRow,
): ParityImpact => ({ environment, current: before[environment], after: after[environment] });
