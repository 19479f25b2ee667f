import type { CheckResult } from '../../../apps/release/src/domain/release/events.js';
import type { Attempt, PlannedRelease } from '../../../apps/release/src/domain/release/state.js';
import type { Random } from '../random.js';
import type { Act } from '../simulator/world.js';
import type { Moment } from './moment.js';

/**
 * Commands that a guard has to refuse in the very situation that it is there for; without them chance would hardly ever try. Each is
 * possible in some situations only.
 */
export type Provocation = (
  moment: Moment,
  release: PlannedRelease,
) => (() => Act | undefined) | undefined;

export const attemptIn = (
  { candidate }: PlannedRelease,
  phase: Attempt['phase'],
): Attempt | undefined =>
  Object.values(candidate?.attempts ?? {}).find((attempt) => attempt.phase === phase);

export const failed = ({ candidate }: PlannedRelease): Attempt | undefined =>
  Object.values(candidate?.attempts ?? {}).find(
    ({ outcome, diagnosed }) =>
      outcome !== undefined && !['passed', 'withdrawn'].includes(outcome) && !diagnosed,
  );

export const when =
  <Situation>(
    situation: (release: PlannedRelease) => Situation | undefined,
    provoke: (moment: Moment, release: PlannedRelease, found: Situation) => Act | undefined,
  ): Provocation =>
  (moment, release) => {
    const found = situation(release);
    return found === undefined ? undefined : () => provoke(moment, release, found);
  };

export const always =
  (provoke: (moment: Moment, release: PlannedRelease) => Act | undefined): Provocation =>
  (moment, release) =>
  () =>
    provoke(moment, release);

export const deploying = (release: PlannedRelease) => attemptIn(release, 'deploying');
export const verifying = (release: PlannedRelease) => attemptIn(release, 'verifying');
export const inProduction = ({ candidate, stage }: PlannedRelease) => {
  const attempt = stage === 'on-the-road' ? candidate?.attempts.production : undefined;
  return attempt && ['deploying', 'verifying'].includes(attempt.phase) ? attempt : undefined;
};
/** One that has ended after a deployer had claimed it. */
export const ended = ({ candidate }: PlannedRelease, random: Random): Attempt | undefined =>
  random.pick(
    Object.values(candidate?.attempts ?? {}).filter(
      ({ phase, claimedBy }) => phase === 'ended' && claimedBy !== undefined,
    ),
  );
export const requested = (release: PlannedRelease) => attemptIn(release, 'requested');
export const rehearsing = ({ rehearsal }: PlannedRelease) =>
  rehearsal?.ended ? undefined : rehearsal;
export const rollingBack = ({ rollback }: PlannedRelease) =>
  rollback.is === 'under-way' ? rollback : undefined;
export const touched = ({ productionTouched, stage }: PlannedRelease) =>
  productionTouched && stage === 'on-the-road' ? true : undefined;
export const started = ({ productionStarted, stage }: PlannedRelease) =>
  productionStarted && stage === 'on-the-road' ? true : undefined;

export const withoutEvidence = (checks: readonly CheckResult[]): CheckResult[] =>
  checks.map((one) => ({ ...one, evidence: {} }));
