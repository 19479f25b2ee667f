import { Holds, HoldsAll, hardRule, words } from '@roadbook/api';
import { roles } from '@roadbook/decider';
import type { ActorId, HardRule, Role } from '@roadbook/decider';
import type { Violation } from '../../queries/violations/list-violations.js';

export class MissingConditionDto {
  /** @example 'previous-environment-passed' */
  id: string;

  /** @example 'this candidate has not passed staging, which comes before production' */
  missing: string;
}

/** An attempt to break a hard rule. */
export class ViolationDto implements Violation {
  /** @example '0d2f9a3e-5f0c-5b8e-9a63-1d3f6a2b7c11' */
  id: string;

  /** @example 'shop' */
  project: string;

  /** @example '1.4.0' */
  version: string;

  /** @example 'c0ffee1' */
  candidate: string | null;

  /**
   * The hard rule that refused it.
   * @example 1
   */
  @Holds(hardRule)
  rule: HardRule;

  /**
   * What was tried.
   * @example 'RequestDeployment'
   */
  command: string;

  @HoldsAll(() => MissingConditionDto)
  missing: MissingConditionDto[];

  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  actor: ActorId;

  /** @example 'cio' */
  @Holds(words(roles))
  role: Role;

  /**
   * Recorded time.
   * @example '2026-03-02T08:05:00.000Z'
   */
  at: string;
}
