import { plusMs } from '@roadbook/decider';
import type { Happened, Whose } from './happened.js';
import type { ClaimDeadline, RollbackClaimDeadline } from './row.js';

/** How long a claim on the road may stand without a start (docs/decisions/0002). */
const claimMs = 10_000;

/** Stands until something has started on it or the road is free of it: releasing it is tried anew after a crash. */
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
      return { id, kind: 'claim', ...whose, claim, environment, due, over: row ?? null };
    }
    case 'DeploymentRequested':
      return without(row, event.data.deployment);
    // A promotion that has passed leaves nothing of its release behind on the road, nor does a rollback.
    case 'EnvironmentVacated':
      return event.data.outcome === 'passed' ? undefined : without(row, event.data.claim);
    case 'ReleaseRolledBack':
      return row?.version === event.data.version ? undefined : row;
    default:
      return row;
  }
}

function without(row: ClaimDeadline | undefined, claim: string): ClaimDeadline | undefined {
  if (!row) return undefined;
  const over = row.over ?? undefined;
  return row.claim === claim ? over : { ...row, over: without(over, claim) ?? null };
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
