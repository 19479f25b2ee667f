import { plusMs } from '../../domain/time.js';
import type { Happened, Whose } from './happened.js';
import type { ClaimDeadline, RollbackClaimDeadline } from './row.js';

/** How long a claim on the road may stand without a start (docs/decisions/0002). */
export const claimMs = 10_000;

/** Stands until what was claimed has started, or the road is free again: releasing it is tried anew after a crash. */
export function claim(
  row: ClaimDeadline | undefined,
  event: Happened,
  id: string,
  whose: Whose,
): ClaimDeadline | undefined {
  switch (event.type) {
    case 'EnvironmentClaimed': {
      const { claim, environment } = event.data;
      const due = plusMs(event.recordedAt, claimMs);
      return { id, kind: 'claim', ...whose, claim, environment, due };
    }
    case 'DeploymentRequested':
      return row?.claim === event.data.deployment ? undefined : row;
    case 'EnvironmentVacated':
      return row?.claim === event.data.claim ? undefined : row;
    default:
      return row;
  }
}

export function rollbackClaim(
  row: RollbackClaimDeadline | undefined,
  event: Happened,
  id: string,
  whose: Whose,
): RollbackClaimDeadline | undefined {
  switch (event.type) {
    case 'RollbackClaimed': {
      const due = plusMs(event.recordedAt, claimMs);
      return { id, kind: 'rollback-claim', ...whose, claim: event.data.claim, due };
    }
    case 'RollbackStarted':
      return row?.claim === event.data.rollback ? undefined : row;
    case 'RollbackClaimReleased':
    case 'ReleaseRolledBack':
      return undefined;
    default:
      return row;
  }
}
