import { rollbackMethods } from '../../domain/release/parts.js';
import type { RollbackMethod } from '../../domain/release/parts.js';
import { CommandDto, AreAllA, Is, IsA, anyText, oneOf, text, whole } from '@roadbook/api';
import { noteMax } from '@roadbook/decider';
import { planDigest } from './plan-digest.js';

/** A placeholder in one of the texts is refused as a breach of hard rule 5. */
export class PlanStepDto {
  /** @example 'Deploy the image before' */
  @Is(anyText(noteMax))
  action: string;

  /**
   * The exact command, or the link to a runbook.
   * @example 'kubectl rollout undo deployment/shop'
   */
  @Is(anyText(noteMax))
  command: string;

  /** @example 'deployment "shop" successfully rolled out' */
  @Is(anyText(noteMax))
  expected: string;

  /**
   * All together, the verification included, have to stay under 600 s.
   * @example 120
   */
  @Is(whole(1, 86_400))
  estimateSeconds: number;
}

export class WriteRollbackPlanDto extends CommandDto {
  /** @example 'previous container image' */
  @Is(oneOf(rollbackMethods))
  method: RollbackMethod;

  @AreAllA(() => PlanStepDto, { min: 0, max: 99 })
  steps: PlanStepDto[];

  /** The last step: shows that production is back at the previous good state. */
  @IsA(() => PlanStepDto)
  verification: PlanStepDto;

  /**
   * How many hours after the deployment the plan is meant to work. A later rollback still runs and says so.
   * @example 72
   */
  @Is(whole(1, 8_760))
  validForHours: number;
}

export class ReviewRollbackPlanDto extends CommandDto {
  /**
   * The digest of the plan that was reviewed.
   * @example 'abc9017e2fb9a32f914846343c3c497f5b41957f3da50964190064f67f5b32ce'
   */
  @Is(planDigest)
  plan: string;

  /** @example 'passed' */
  @Is(oneOf(['passed', 'failed']))
  verdict: 'passed' | 'failed';

  /** @example 'The old image still understands the schema.' */
  @Is(text(noteMax))
  note: string;
}
