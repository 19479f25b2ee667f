import { Holds, HoldsAll, hardRule, words } from '@roadbook/api';
import { environments, roles } from '@roadbook/decider';
import type { ActorId, HardRule, Role } from '@roadbook/decider';
import type { Violation } from '../../queries/violations/list-violations.js';

export class MissingConditionDto {
  /** @example 'pipeline-change-confirmed' */
  id: string;

  /** @example 'the pipeline change 9b2f0a6e-52f4-5b1d-8a39-3f1f5e0c7d21 is not confirmed' */
  missing: string;
}

/** An attempt to break a hard rule. */
export class EnvironmentViolationDto implements Violation {
  /** @example '0d2f9a3e-5f0c-5b8e-9a63-1d3f6a2b7c11' */
  id: string;

  /** @example 'shop' */
  project: string;

  /**
   * The configuration or pipeline change that it was about; null where it was about none.
   * @example '9b2f0a6e-52f4-5b1d-8a39-3f1f5e0c7d21'
   */
  change: string | null;

  /**
   * The environment that it was about; null where it was about none.
   * @example null
   */
  @Holds(words(environments), { orNull: true })
  environment: string | null;

  /**
   * The definition of the pipeline that it was about, by its SHA-256; null where it was about none.
   * @example '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752'
   */
  definition: string | null;

  /**
   * The hard rule that refused it.
   * @example 4
   */
  @Holds(hardRule)
  rule: HardRule;

  /**
   * What was tried.
   * @example 'ReportPipelineDefinition'
   */
  command: string;

  @HoldsAll(() => MissingConditionDto)
  missing: MissingConditionDto[];

  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  actor: ActorId;

  /** @example 'deployer' */
  @Holds(words(roles))
  role: Role;

  /**
   * Recorded time.
   * @example '2026-03-02T08:05:00.000Z'
   */
  at: string;
}
