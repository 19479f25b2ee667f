import { roles } from '@roadbook/decider';
import type { ActorId, HardRule, MissingCondition, Role } from '@roadbook/decider';
import { hardRule, Holds, HoldsAll, words } from '../reading/holds.js';

export class MissingConditionDto implements MissingCondition {
  /** @example 'previous-environment-passed' */
  id: string;

  /** @example 'this candidate has not passed staging, which comes before production' */
  missing: string;

  /**
   * The role that can supply it; absent where nobody can.
   * @example 'deployer'
   */
  @Holds(words(roles))
  from?: Role;
}

/** What every attempt to break a hard rule has, whatever it was about. */
export class AnyViolationDto {
  /** @example '0d2f9a3e-5f0c-5b8e-9a63-1d3f6a2b7c11' */
  id: string;

  /** @example 'shop' */
  project: string;

  /**
   * The hard rule that refused it.
   * @example 1
   */
  @Holds(hardRule)
  rule: HardRule;

  /**
   * What was tried, by the name of the command.
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
