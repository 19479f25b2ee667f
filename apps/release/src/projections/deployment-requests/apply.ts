import type { DataOf } from '../../domain/release/events.js';
import { releaseOfStream } from '../../domain/streams.js';
import type { Asked } from './asked.js';
import type { DeploymentRequestsRow, OpenDeployment, OpenRollback } from './row.js';

/** What deployers see of a release after one more event; `undefined` when there is nothing to do for it any more, ever. */
export function applyToDeploymentRequests(
  row: DeploymentRequestsRow | undefined,
  event: Asked,
  stream: string,
): DeploymentRequestsRow | undefined {
  if (event.type === 'ReleaseWithdrawn' || event.type === 'RollbackCompleted') return undefined;
  const before = row ?? { ...releaseOfStream(stream), ...nothing };
  switch (event.type) {
    case 'RollbackPlanWritten':
      return { ...before, plan: event.data };
    case 'DeploymentRequested':
      return { ...before, deployment: requested(event), askedPosition: event.position };
    case 'DeploymentClaimed':
      return changeDeployment(before, { phase: 'deploying', claimedBy: event.actor });
    case 'DeploymentReported':
      return reported(before, event.data);
    case 'PromotionEnded':
      return { ...before, deployment: null };
    case 'RollbackStarted':
      return { ...before, rollback: started(event), askedPosition: event.position };
    case 'RollbackStepsReported':
      return changeRollback(before, { nextStep: stepAfter(event.data), incomplete: null });
    case 'RollbackChecksReported':
      return changeRollback(before, { incomplete: null });
    case 'RollbackIncomplete':
      return changeRollback(before, { incomplete: event.data.because });
    default:
      return event satisfies never;
  }
}

const nothing = { plan: null, deployment: null, rollback: null, askedPosition: -1 };

function requested(event: Extract<Asked, { type: 'DeploymentRequested' }>): OpenDeployment {
  const { deployment, environment, candidate, attempt, deadline } = event.data;
  return {
    deployment,
    environment,
    candidate,
    attempt,
    phase: 'requested',
    claimedBy: null,
    requestedAt: event.recordedAt,
    deadline,
  };
}

const reported = (
  row: DeploymentRequestsRow,
  { verificationDeadline: deadline }: DataOf<'DeploymentReported'>,
): DeploymentRequestsRow =>
  deadline === null ? row : changeDeployment(row, { phase: 'verifying', deadline });

const changeDeployment = (
  row: DeploymentRequestsRow,
  change: Partial<OpenDeployment>,
): DeploymentRequestsRow =>
  row.deployment ? { ...row, deployment: { ...row.deployment, ...change } } : row;

function started(event: Extract<Asked, { type: 'RollbackStarted' }>): OpenRollback {
  const { rollback, candidate, restores, reason, budgetEndsAt } = event.data;
  return {
    rollback,
    candidate,
    restores,
    reason,
    startedAt: event.recordedAt,
    budgetEndsAt,
    nextStep: 1,
    incomplete: null,
  };
}

/** A step that did not pass is done again; otherwise the one behind the last. */
function stepAfter({ steps }: DataOf<'RollbackStepsReported'>): number {
  const again = steps.find(({ verdict }) => verdict !== 'passed');
  return again?.step ?? (steps.at(-1)?.step ?? 0) + 1;
}

const changeRollback = (
  row: DeploymentRequestsRow,
  change: Partial<OpenRollback>,
): DeploymentRequestsRow =>
  row.rollback ? { ...row, rollback: { ...row.rollback, ...change } } : row;
