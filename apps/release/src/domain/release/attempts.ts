import type { Attempt, Candidate, PlannedRelease } from './state.js';

/** The candidate, and those that it replaced. */
const candidatesOf = ({ candidate, replaced }: PlannedRelease): Candidate[] =>
  candidate ? [candidate, ...replaced.values()] : [];

/** An attempt and those in the same environment that it followed, the latest first. */
const andBefore = (attempt: Attempt | undefined): Attempt[] =>
  attempt ? [attempt, ...andBefore(attempt.before)] : [];

const attemptOn = (candidate: Candidate, deployment: string): Attempt | undefined =>
  Object.values(candidate.attempts)
    .flatMap(andBefore)
    .find((attempt) => attempt.deployment === deployment);

/** The candidate that was deployed by this deployment. */
export const candidateDeployedBy = (
  release: PlannedRelease,
  deployment: string,
): Candidate | undefined =>
  candidatesOf(release).find((candidate) => attemptOn(candidate, deployment));

/** The attempt with this deployment id, whichever candidate it was of and whatever has followed it. */
export function attemptOf(release: PlannedRelease, deployment: string): Attempt | undefined {
  const candidate = candidateDeployedBy(release, deployment);
  return candidate && attemptOn(candidate, deployment);
}

/** Whether a deployment or a rollback has started on the claim. */
export const claimWasUsed = (release: PlannedRelease, claim: string): boolean =>
  attemptOf(release, claim) !== undefined ||
  (release.rollback.is !== 'none' && release.rollback.rollback === claim);
