import type { ActorId, Environment } from '@roadbook/decider';
import type { PromotionOutcome } from '../../domain/release/events.js';
import { deploymentOutcomes } from '../../domain/verdicts.js';
import type { DeploymentOutcome } from '../../domain/verdicts.js';
import type { DeploymentView } from '../../queries/deployments/get-deployment.js';
import { EvidenceDto, Holds, HoldsAll, words } from '@roadbook/api';
import { environments } from '@roadbook/decider';
import { CheckResultDto } from '../asking/verdict.dto.js';

/** How a promotion can end: a list that the compiler keeps complete. */
export const outcomes = Object.keys({
  passed: true,
  failed: true,
  errored: true,
  unanswered: true,
  withdrawn: true,
} satisfies Record<PromotionOutcome, true>);

export class ReportedDto {
  /** @example '2026-03-02T08:30:00.000Z' */
  at: string;

  /** @example 'succeeded' */
  @Holds(words(deploymentOutcomes))
  outcome: DeploymentOutcome;

  @Holds(() => EvidenceDto)
  evidence: EvidenceDto;
}

export class StandingCheckDto extends CheckResultDto {
  /** @example '2026-03-02T08:35:00.000Z' */
  at: string;
}

/**
 * One deployment to one environment, with its verification. Times are the reporter's where one was given, else the recorded one; null is
 * what has not happened.
 */
export class DeploymentDto implements DeploymentView {
  /** @example '7c9e6679-7425-50de-944b-e07fc1f90ae7' */
  deployment: string;

  /** @example 'c0ffee1' */
  candidate: string;

  /** @example 'dev' */
  @Holds(words(environments))
  environment: Environment;

  /**
   * Counts from 1 for each candidate and environment.
   * @example 1
   */
  attempt: number;

  /** @example '2026-03-02T08:20:00.000Z' */
  requestedAt: string;

  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  requestedBy: ActorId;

  /** @example '2026-03-02T08:21:00.000Z' */
  claimedAt: string | null;

  /** What its deployer reported, and on what that rests. */
  @Holds(() => ReportedDto, { orNull: true })
  reported: ReportedDto | null;

  /** The results that stand. */
  @HoldsAll(() => StandingCheckDto)
  checks: StandingCheckDto[];

  /** @example '2026-03-02T08:35:00.000Z' */
  endedAt: string | null;

  /**
   * How it ended, its verification included. `unanswered` is nobody's verdict and passes nothing.
   * @example 'passed'
   */
  @Holds(words(outcomes), { orNull: true })
  outcome: PromotionOutcome | null;

  /**
   * Why a request was withdrawn that nobody had claimed.
   * @example null
   */
  withdrawnBecause: string | null;

  /** @example null */
  diagnosis: string | null;

  /** @example null */
  resolution: string | null;
}
