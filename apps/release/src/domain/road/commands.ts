import type { Command, Environment } from '@roadbook/decider';
import type { ReleaseKind } from '../environments.js';
import type { PromotionOutcome } from '../release/events.js';

export type RoadCommand =
  | Command<'RegisterProject', { project: string; name: string }>
  | Command<
      'ClaimEnvironment',
      {
        claim: string;
        environment: Environment;
        version: string;
        candidate: string;
        kind: ReleaseKind;
        breaking: boolean;
      }
    >
  | Command<
      'VacateEnvironment',
      { claim: string; environment: Environment; outcome: PromotionOutcome | 'not-started' }
    >
  /** `claim` becomes the id of the rollback. */
  | Command<'ClaimRollback', { claim: string; version: string }>
  | Command<'ReleaseRollbackClaim', { claim: string }>
  | Command<'RecordRollback', { version: string; claim: string }>;
