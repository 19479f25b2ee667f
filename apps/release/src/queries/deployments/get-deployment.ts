import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { reportedTime } from '@roadbook/decider';
import type { ActorId } from '@roadbook/decider';
import type { Environment } from '../../domain/environments.js';
import type { PromotionOutcome } from '../../domain/release/events.js';
import type { DeploymentOutcome, Evidence, Verdict } from '../../domain/verdicts.js';
import { asItStands } from '../../projections/deployment-log/as-of.js';
import type { Attempt } from '../../projections/deployment-log/row.js';
import { deploymentLogs } from '../../projections/documents.js';
import { CurrentRows } from '../current-rows.js';
import { UnknownPart } from '../errors.js';

/**
 * One deployment to one environment, with its verification. Times are the reporter's where one was given, else the recorded one; null is
 * what has not happened.
 */
export interface DeploymentView {
  readonly deployment: string;
  readonly candidate: string;
  readonly environment: Environment;
  /** Counts from 1 for each candidate and environment. */
  readonly attempt: number;
  readonly requestedAt: string;
  readonly requestedBy: ActorId;
  readonly claimedAt: string | null;
  /** What its deployer reported, and on what that rests. */
  readonly reported: {
    readonly at: string;
    readonly outcome: DeploymentOutcome;
    readonly evidence: Evidence;
  } | null;
  /** The results that stand. */
  readonly checks: readonly {
    readonly check: string;
    readonly verdict: Verdict;
    readonly evidence: Evidence;
    readonly at: string;
  }[];
  readonly endedAt: string | null;
  /** How it ended, its verification included; how it counts since, where a later verdict has withdrawn that. */
  readonly outcome: PromotionOutcome | null;
  /** Why a request was withdrawn that nobody had claimed. */
  readonly withdrawnBecause: string | null;
  readonly diagnosis: string | null;
  readonly resolution: string | null;
}

/** Any deployment of a release, also of a replaced candidate. */
export class GetDeployment extends Query<DeploymentView> {
  constructor(
    readonly project: string,
    readonly version: string,
    readonly deployment: string,
  ) {
    super();
  }
}

@QueryHandler(GetDeployment)
export class GetDeploymentHandler implements IQueryHandler<GetDeployment> {
  constructor(private readonly current: CurrentRows) {}

  /** @throws UnknownProject, UnknownRelease, UnknownPart */
  async execute({ project, version, deployment }: GetDeployment): Promise<DeploymentView> {
    const { logs } = await this.current.ofRelease(deploymentLogs, project, version);
    for (const { candidate, attempts } of logs)
      for (const attempt of attempts)
        if (attempt.deployment === deployment)
          return deploymentView(candidate, asItStands(attempt));
    throw new UnknownPart(`${project} has no deployment ${deployment} of ${version}`);
  }
}

function deploymentView(candidate: string, attempt: Attempt): DeploymentView {
  const { deployment, environment, requestedBy, claimedAt, ended, diagnosed } = attempt;
  return {
    deployment,
    candidate,
    environment,
    attempt: attempt.attempt,
    requestedAt: reportedTime(attempt),
    requestedBy,
    claimedAt: claimedAt ?? null,
    reported: attempt.reported ?? null,
    checks: attempt.checks,
    endedAt: ended ? reportedTime(ended) : null,
    outcome: ended?.outcome ?? null,
    withdrawnBecause: attempt.withdrawnBecause ?? null,
    diagnosis: diagnosed?.diagnosis ?? null,
    resolution: diagnosed?.resolution ?? null,
  };
}
