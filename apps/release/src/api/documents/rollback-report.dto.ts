import { roles } from '@roadbook/decider';
import type { ActorId, Role } from '@roadbook/decider';
import { verdicts } from '../../domain/verdicts.js';
import type { Verdict } from '../../domain/verdicts.js';
import type { RollbackReportDocument } from '../../documents/rollback-report/document.js';
import type { StepRun } from '../../documents/rollback-report/steps.js';
import { Holds, HoldsAll, words } from '@roadbook/api';
import { ShownCheckDto } from './answers.dto.js';

export class ConfirmedByDto {
  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  actor: ActorId;

  /**
   * `system` where Roadbook's own finding is the confirmation.
   * @example 'cio'
   */
  @Holds(words(roles))
  role: Role;

  /** @example '2026-03-02T12:00:00.000Z' */
  at: string;

  /** @example 'It began with the deployment, and only on instances of 1.4.0.' */
  confirmation: string;
}

/** One run of a step of the plan; null where it was not reached. */
export class StepRunDto implements StepRun {
  /**
   * Counts from 1.
   * @example 1
   */
  step: number;

  /** @example 'Deploy the image before' */
  action: string;

  /** @example false */
  isVerification: boolean;

  /** @example '2026-03-02T12:01:00.000Z' */
  startedAt: string | null;

  /** @example '2026-03-02T12:02:40.000Z' */
  endedAt: string | null;

  /** @example 'passed' */
  @Holds(words(verdicts), { orNull: true })
  verdict: Verdict | null;

  /** @example 'PASS' */
  @Holds(words(['PASS', 'FAIL']), { orNull: true })
  result: 'PASS' | 'FAIL' | null;

  /**
   * True for every run of the step after its first.
   * @example false
   */
  repeated: boolean;

  /** @example null */
  note: string | null;
}

export class RollbackTimeDto {
  /** @example '2026-03-02T12:00:00.000Z' */
  start: string;

  /** @example '2026-03-02T12:05:00.000Z' */
  end: string | null;

  /** @example 300 */
  totalSeconds: number | null;

  /** @example 600 */
  budgetSeconds: number;

  /**
   * Null while it is under way and the budget is not used up.
   * @example true
   */
  withinBudget: boolean | null;

  /** @example null */
  overrunAt: string | null;
}

export class ExecutedPlanDto {
  /** @example 'abc9017e2fb9a32f914846343c3c497f5b41957f3da50964190064f67f5b32ce' */
  digest: string;

  /** @example 72 */
  validForHours: number;

  /**
   * True when the rollback came later after the deployment than the plan is meant for.
   * @example false
   */
  expired: boolean;
}

export class CcoToldDto {
  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  actor: ActorId;

  /** @example '2026-03-02T12:20:00.000Z' */
  at: string;

  /** @example 'The status page tells it.' */
  note: string;
}

export class ReviewDateDto {
  /** @example '2026-03-05T09:00:00.000Z' */
  at: string;

  /** @example 'Why did it fail, and what did the plan lack?' */
  note: string;
}

/** How a release was rolled back. Times are the reporter's where one was given, else the recorded one. */
export class RollbackReportDto implements RollbackReportDocument {
  /** @example 'shop' */
  project: string;

  /** @example '1b4e28ba-2fa1-51d2-883f-0016d3cca427' */
  rollback: string;

  /** @example '2026-03-02T12:00:00.000Z' */
  date: string;

  /** @example '1.4.0' */
  versionRolledBack: string;

  /** @example 'c0ffee1' */
  candidate: string;

  /**
   * Null when the project's first release is withdrawn: nothing stood before it.
   * @example '1.3.2'
   */
  versionRestored: string | null;

  /** @example 'Orders of more than 99 lines are lost.' */
  reason: string;

  @Holds(() => ConfirmedByDto)
  confirmedBy: ConfirmedByDto;

  /** @example '2026-03-02T12:00:00.000Z' */
  orchestratorToldAt: string;

  /** Every run of every step in order of the plan; the last step is the verification. */
  @HoldsAll(() => StepRunDto)
  steps: StepRunDto[];

  @HoldsAll(() => ShownCheckDto)
  verification: ShownCheckDto[];

  @Holds(() => RollbackTimeDto)
  time: RollbackTimeDto;

  @Holds(() => ExecutedPlanDto)
  plan: ExecutedPlanDto;

  /** @example true */
  usersAffected: boolean;

  /** The cco's acknowledgement; null also where no users were affected. */
  @Holds(() => CcoToldDto, { orNull: true })
  ccoTold: CcoToldDto | null;

  @Holds(() => ReviewDateDto, { orNull: true })
  review: ReviewDateDto | null;

  /**
   * Path of the entry in the knowledge base, which is there moments after the end; null while the rollback is under way.
   * @example '/v1/projects/shop/entries/6fa459ea-ee8a-5ca4-894e-db77e160355e'
   */
  kbEntry: string | null;

  /** @example 'ROLLED BACK' */
  @Holds(words(['ROLLED BACK', 'INCOMPLETE', 'IN PROGRESS']))
  result: RollbackReportDocument['result'];

  /**
   * Why it is incomplete.
   * @example null
   */
  incompleteBecause: string | null;
}
