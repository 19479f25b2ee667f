import type { Event, Environment } from '@roadbook/decider';
import type { ReleaseKind } from '../environments.js';
import type { PromotionOutcome } from '../release/events.js';

/**
 * What spans the releases of a project: who goes where, one at a time for each environment, what stands in production and what
 * stood there before.
 */
export type RoadEvent =
  | Event<'ProjectRegistered', { project: string; name: string }>
  /** The environment belongs to this promotion until it is vacated. */
  | Event<
      'EnvironmentClaimed',
      {
        claim: string;
        environment: Environment;
        version: string;
        candidate: string;
        kind: ReleaseKind;
      }
    >
  /** `not-started`: no deployment ever started on this claim. */
  | Event<
      'EnvironmentVacated',
      {
        claim: string;
        environment: Environment;
        version: string;
        outcome: PromotionOutcome | 'not-started';
      }
    >
  | Event<'RollbackClaimed', { claim: string; version: string; restores: string | null }>
  | Event<'RollbackClaimReleased', { claim: string; version: string }>
  | Event<'ReleaseRolledBack', { claim: string; version: string; restored: string | null }>;
