import { CommandDto, AreAllA, Is, oneOf } from '@roadbook/api';
import { environments } from '@roadbook/decider';
import type { Environment } from '@roadbook/decider';
import { StepResultDto } from '../asking/verdict.dto.js';
import { planDigest } from '../artifacts/plan-digest.js';

export class StartRehearsalDto extends CommandDto {
  /**
   * The digest of the plan that is rehearsed.
   * @example 'abc9017e2fb9a32f914846343c3c497f5b41957f3da50964190064f67f5b32ce'
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
  /**
   * In the order of the plan, its verification last; all at once or a few at a time.
   * @example [{ "step": 1, "startedAt": "2026-03-02T08:00:00Z", "endedAt": "2026-03-02T08:01:40Z", "verdict": "passed" }, { "step": 2, "startedAt": "2026-03-02T08:01:40Z", "endedAt": "2026-03-02T08:02:10Z", "verdict": "passed" }]
   */
  @AreAllA(() => StepResultDto, { max: 100 })
  steps: StepResultDto[];
}
