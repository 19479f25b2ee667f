import { environments } from '../../domain/environments.js';
import type { Environment } from '../../domain/environments.js';
import { CommandDto } from '../asking/command.dto.js';
import { StepResultDto } from '../asking/verdict.dto.js';
import { AreAllA, Is } from '../fields/field.js';
import { oneOf } from '../fields/shape.js';
import { planDigest } from '../fields/shapes.js';

export class StartRehearsalDto extends CommandDto {
  /**
   * The digest of the plan that is rehearsed.
   * @example '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
   */
  @Is(planDigest)
  plan: string;

  /**
   * Where; never in production.
   * @example 'staging'
   */
  @Is(oneOf(environments))
  environment: Environment;
}

export class ReportStepsDto extends CommandDto {
  /** In the order of the plan, all at once or a few at a time. */
  @AreAllA(() => StepResultDto, { max: 100 })
  steps: StepResultDto[];
}
