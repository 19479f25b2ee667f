import {
  deploymentRequested,
  deploymentWithdrawn,
  promotionEnded,
  releaseExecuted,
} from '@roadbook/contracts';
import { nothing, tell } from '@roadbook/telling';
import type { Told } from '@roadbook/telling';
import { checksOf } from '../domain/environments.js';
import { attemptOf, candidateDeployedBy } from '../domain/release/attempts.js';
import type { DataOf, PromotionEvent } from '../domain/release/events.js';
import type { PlannedRelease } from '../domain/release/state.js';
import { logClosed } from './deployment-log.js';
import { notesOf, planOf, sentence, ticketsOf } from './parts.js';
import type { AtEvent, Tellings } from './telling.js';

export const promotion: Tellings<PromotionEvent> = {
  DeploymentRequested: ({ data }, { happening, release }) => {
    const { deployment, environment, candidate, attempt, deadline } = data;
    return [
      tell(deploymentRequested, {
        ...happening,
        ...{ deployment, environment, candidate, attempt, deadline },
        kind: release.kind,
        tickets: ticketsOf(release),
        requiredChecks: checksOf(environment),
        rollbackPlan: planOf(release),
        window: environment === 'production' ? windowOf(release) : null,
      }),
    ];
  },
  DeploymentLogEntryOpened: nothing,
  ClaimAbandoned: nothing,
  DeploymentClaimed: nothing,
  DeploymentReported: nothing,
  ChecksReported: nothing,
  DeadlineMissed: nothing,
  DeploymentWithdrawn: ({ data }, { happening, release }) => [
    tell(deploymentWithdrawn, {
      ...happening,
      ...attemptAt(release, data),
      reason: sentence(data.reason),
    }),
  ],
  PromotionEnded: ({ data }, at) => ended(data, at),
  /** Its end is told anew, as it counts from now on. */
  PromotionOverturned: ({ data }, at) => [tell(promotionEnded, endOf(data, at))],
  FailureDiagnosed: nothing,
  DeploymentLogClosed: ({ data, recordedAt }, at) => [logClosed(data, recordedAt, at)],
};

type Ended = DataOf<'PromotionEnded'> | DataOf<'PromotionOverturned'>;

function endOf(data: Ended, { happening, release }: AtEvent) {
  const { outcome, phase } = data;
  const standing = attemptOf(release, data.deployment)?.checks;
  const checks = Array.from(standing ?? [], ([check, { verdict }]) => ({ check, verdict }));
  return { ...happening, ...attemptAt(release, data), kind: release.kind, outcome, phase, checks };
}

function ended(data: DataOf<'PromotionEnded'>, at: AtEvent): Told[] {
  const { release, full } = at;
  const { environment, phase } = data;
  const { checks, ...end } = endOf(data, at);
  const told = [tell(promotionEnded, { ...end, checks })];
  // What no deployer took up executed nothing.
  if (environment !== 'production' || phase === 'requested') return told;
  const [tickets, notes, rollbackPlan] = [ticketsOf(release), notesOf(full), planOf(release)];
  return [...told, tell(releaseExecuted, { ...end, environment, tickets, notes, rollbackPlan })];
}

/** A claimed deployment runs to its end also when its candidate was replaced meanwhile. */
function attemptAt(
  release: PlannedRelease,
  { deployment, environment }: DataOf<'DeploymentWithdrawn' | 'PromotionEnded'>,
) {
  const candidate = candidateDeployedBy(release, deployment)?.commit;
  const attempt = attemptOf(release, deployment)?.attempt;
  if (candidate === undefined || attempt === undefined)
    throw new Error(`deployment ${deployment} was never requested`);
  return { deployment, environment, candidate, attempt };
}

const windowOf = ({ window }: PlannedRelease) =>
  window.is === 'confirmed' ? { start: window.start, end: window.end } : null;
