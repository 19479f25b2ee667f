import { reportedTime, environments } from '@roadbook/decider';
import type { ActorId, Environment, Evidence } from '@roadbook/decider';
import { paths } from '../../domain/environments.js';
import type { ReleaseKind } from '../../domain/environments.js';
import type { PromotionOutcome } from '../../domain/release/events.js';
import type { Attempt } from '../../projections/deployment-log/row.js';
import { notesOf } from './notes.js';

/** One attempt in one environment. Without an attempt, everything but environment and notes is null. */
export interface LogEntry {
  readonly environment: Environment;
  readonly deployment: string | null;
  /** Counts from 1 in each environment. */
  readonly attempt: number | null;
  readonly requestedAt: string | null;
  readonly requestedBy: ActorId | null;
  readonly claimedAt: string | null;
  /** When the deployer reported how it went. */
  readonly deployedAt: string | null;
  /** What the deployer's report rests on. */
  readonly evidence: Evidence | null;
  readonly endedAt: string | null;
  readonly outcome: PromotionOutcome | null;
  readonly result: 'PASS' | 'FAIL' | null;
  readonly notes: readonly string[];
}

/** The entries in order of the path, whatever came of each; `documentDate` is the day that the notes' times are told on. */
export const promotionPath = (
  kind: ReleaseKind,
  attempts: readonly Attempt[],
  documentDate: string,
): LogEntry[] =>
  environments.flatMap((environment) => {
    const entries = attempts
      .filter((attempt) => attempt.environment === environment)
      .map((attempt) => entryOf(attempt, documentDate));
    return entries.length > 0 ? entries : [notReached(kind, environment)];
  });

function entryOf(attempt: Attempt, documentDate: string): LogEntry {
  const { ended, reported } = attempt;
  return {
    environment: attempt.environment,
    deployment: attempt.deployment,
    attempt: attempt.attempt,
    requestedAt: reportedTime(attempt),
    requestedBy: attempt.requestedBy,
    claimedAt: attempt.claimedAt ?? null,
    deployedAt: reported?.at ?? null,
    evidence: reported?.evidence ?? null,
    endedAt: ended ? reportedTime(ended) : null,
    outcome: ended?.outcome ?? null,
    result: ended ? results[ended.outcome] : null,
    notes: notesOf(attempt, documentDate),
  };
}

/** What could not be carried out or was not answered is nobody's verdict, and passes nothing; what nobody took up was not reached. */
const results: Readonly<Record<PromotionOutcome, 'PASS' | 'FAIL' | null>> = {
  passed: 'PASS',
  failed: 'FAIL',
  errored: 'FAIL',
  unanswered: 'FAIL',
  withdrawn: null,
};

const notReached = (kind: ReleaseKind, environment: Environment): LogEntry => ({
  environment,
  deployment: null,
  attempt: null,
  requestedAt: null,
  requestedBy: null,
  claimedAt: null,
  deployedAt: null,
  evidence: null,
  endedAt: null,
  outcome: null,
  result: null,
  notes: paths[kind].includes(environment) ? [] : [`not on the ${kind} path`],
});
