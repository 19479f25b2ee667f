import type { ActorId, Environment } from '@roadbook/decider';
import { rollbackMethods } from '../../domain/release/parts.js';
import type { RollbackMethod, RollbackPlan } from '../../domain/release/parts.js';
import { verdicts } from '../../domain/verdicts.js';
import type { Verdict } from '../../domain/verdicts.js';
import type { RollbackPlanView } from '../../queries/releases/get-rollback-plan.js';
import type { RehearsalView } from '../../queries/releases/get-rehearsal.js';
import type { PlanView } from '../../queries/releases/rollback-view.js';
import { StepResultDto } from '../asking/verdict.dto.js';
import { Holds, HoldsAll, words } from '@roadbook/api';
import { environments } from '@roadbook/decider';
import { PlanStepDto } from './plan.dto.js';

/** A rollback plan, and the digest that identifies it. */
export class RollbackPlanDto implements RollbackPlan {
  /** @example 'abc9017e2fb9a32f914846343c3c497f5b41957f3da50964190064f67f5b32ce' */
  plan: string;

  /** @example 'previous container image' */
  @Holds(words(rollbackMethods))
  method: RollbackMethod;

  @HoldsAll(() => PlanStepDto)
  steps: PlanStepDto[];

  /** The last step: shows that production is back at the previous good state. */
  @Holds(() => PlanStepDto)
  verification: PlanStepDto;

  /**
   * How many hours after the deployment it is meant to work.
   * @example 72
   */
  validForHours: number;
}

const rehearsed = ['passed', 'failed'] as const;

export class RehearsedDto {
  /** @example 'passed' */
  @Holds(words(rehearsed))
  verdict: Verdict;

  /** @example 130 */
  durationSeconds: number;
}

/** The rollback plan of a release in short. */
export class PlanSummaryDto implements PlanView {
  /** @example 'abc9017e2fb9a32f914846343c3c497f5b41957f3da50964190064f67f5b32ce' */
  plan: string;

  /** @example 'previous container image' */
  @Holds(words(rollbackMethods))
  method: RollbackMethod;

  /** @example 72 */
  validForHours: number;

  /**
   * The cto's review; null before.
   * @example 'passed'
   */
  @Holds(words(verdicts), { orNull: true })
  review: Verdict | null;

  /** How the latest rehearsal of this very plan with this candidate ended; null before. */
  @Holds(() => RehearsedDto, { orNull: true })
  rehearsal: RehearsedDto | null;
}

/** The rollback plan that stands, as whoever reviews or rehearses it needs it. */
export class StandingPlanDto extends RollbackPlanDto implements RollbackPlanView {
  /** @example 'shop' */
  project: string;

  /** @example '1.4.0' */
  version: string;

  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  writtenBy: ActorId;

  /**
   * The cto's review; null before.
   * @example 'passed'
   */
  @Holds(words(verdicts), { orNull: true })
  review: Verdict | null;

  /** How the latest rehearsal of this very plan with this candidate ended; null before. */
  @Holds(() => RehearsedDto, { orNull: true })
  rehearsal: RehearsedDto | null;

  /**
   * Of the release; the ETag says the same.
   * @example 14
   */
  revision: number;
}

/** The rollback plan tried for real, as it was reported. */
export class RehearsalDto implements RehearsalView {
  /** @example '16fd2706-8baf-533b-82eb-8c7fada847da' */
  rehearsal: string;

  /**
   * Digest of the plan that was tried.
   * @example 'abc9017e2fb9a32f914846343c3c497f5b41957f3da50964190064f67f5b32ce'
   */
  plan: string;

  /**
   * It proves something for this candidate only.
   * @example 'c0ffee1'
   */
  candidate: string;

  /** @example 'staging' */
  @Holds(words(environments))
  environment: Environment;

  /**
   * Recorded time; so is `endedAt`.
   * @example '2026-03-02T08:07:00.000Z'
   */
  startedAt: string;

  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  startedBy: ActorId;

  @HoldsAll(() => StepResultDto)
  steps: StepResultDto[];

  /**
   * Null while it is under way; so are `durationSeconds` and `endedAt`.
   * @example 'passed'
   */
  @Holds(words(rehearsed), { orNull: true })
  verdict: 'passed' | 'failed' | null;

  /** @example 130 */
  durationSeconds: number | null;

  /** @example '2026-03-02T08:09:10.000Z' */
  endedAt: string | null;
}
