import type { DeploymentPhase } from '../../domain/release/events.js';
import type { Attempt, AttemptEnd } from '../../projections/deployment-log/row.js';
import { withEvidence } from '../evidence.js';
import { clock } from '../times.js';

/** What is to be said about an attempt besides its result, in the order in which it came about. */
export const notesOf = (attempt: Attempt, documentDate: string): string[] => [
  ...(attempt.attempt > 1 ? [`attempt ${String(attempt.attempt)}`] : []),
  ...(attempt.ended?.before === undefined
    ? []
    : [`ended ${attempt.ended.before}, which a later verdict has withdrawn`]),
  ...(attempt.ended
    ? howItEnded(attempt, attempt.ended, documentDate)
    : [`in progress: ${whatIsAwaited(attempt)}`]),
  ...(attempt.diagnosed
    ? [`diagnosis: ${attempt.diagnosed.diagnosis}`, `resolution: ${attempt.diagnosed.resolution}`]
    : []),
];

function whatIsAwaited({ claimedAt, reported }: Attempt): string {
  if (reported) return 'waiting for its checks';
  return claimedAt === undefined ? 'waiting for a deployer' : 'waiting for the report';
}

function howItEnded(
  attempt: Attempt,
  { outcome, phase }: AttemptEnd,
  documentDate: string,
): string[] {
  const { reported, missed, withdrawnBecause } = attempt;
  switch (outcome) {
    case 'passed':
      return [];
    case 'failed':
    case 'errored':
      return phase === 'deploying' && reported?.outcome !== 'succeeded'
        ? [withEvidence(`deployment ${outcome}`, reported?.evidence ?? {})]
        : badChecks(attempt);
    case 'unanswered': {
      const by = missed === undefined ? '' : ` by ${clock(missed, documentDate)}`;
      return [
        `unanswered: ${unanswered[phase]}${by}`,
        ...(reported && phase === 'deploying'
          ? [withEvidence(`reported later: ${reported.outcome}`, reported.evidence)]
          : []),
        ...badChecks(attempt),
      ];
    }
    case 'withdrawn':
      return [
        withdrawnBecause === undefined ? 'ended by the rollback' : `withdrawn: ${withdrawnBecause}`,
      ];
  }
}

const unanswered: Readonly<Record<DeploymentPhase, string>> = {
  requested: 'no deployer took it up',
  deploying: 'the deployer did not report',
  verifying: 'not every check had passed',
};

const badChecks = ({ checks }: Attempt): string[] =>
  checks
    .filter(({ verdict }) => verdict !== 'passed')
    .map(({ check, verdict, evidence }) => withEvidence(`${check} ${verdict}`, evidence));
