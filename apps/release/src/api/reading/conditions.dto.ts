import { roles, environments } from '@roadbook/decider';
import type { HardRule, Role, Unmet, Environment } from '@roadbook/decider';
import type { ConditionView } from '../../queries/releases/condition-view.js';
import type { Waiting } from '../../queries/releases/waiting.js';
import { hardRule, Holds, HoldsAll, words } from '@roadbook/api';

/** A condition that is not met. */
export class UnmetDto implements Unmet {
  /**
   * Stable; part of the problem type with which a command is refused.
   * @example 'promotion-authorized'
   */
  id: string;

  /** @example 'the promotion waits for its authorization' */
  missing: string;

  /**
   * The hard rule that asks for it, where one does.
   * @example 1
   */
  @Holds(hardRule)
  rule?: HardRule;

  /**
   * Who can supply it; absent where nobody can.
   * @example 'orchestrator'
   */
  @Holds(words(roles))
  from?: Role;
}

/** A condition with what was found. */
export class ConditionDto implements ConditionView {
  /** @example 'version-tagged' */
  id: string;

  /**
   * The hard rule that it enforces.
   * @example 2
   */
  @Holds(hardRule, { orNull: true })
  rule: HardRule | null;

  /** @example true */
  met: boolean;

  /**
   * The event that shows that it is met, where one does.
   * @example '0d2f9a3e-5f0c-5b8e-9a63-1d3f6a2b7c11'
   */
  event: string | null;

  /**
   * What is a risk although it is met.
   * @example null
   */
  risk: string | null;

  /**
   * What is missing, in the words with which the command is refused; null when it is met.
   * @example null
   */
  missing: string | null;

  /**
   * The role that can supply what is missing; null when it is met, or when nobody can.
   * @example null
   */
  @Holds(words(roles), { orNull: true })
  from: Role | null;
}

/** What a release waits for, and for whom. */
export class WaitingDto implements Waiting {
  /**
   * The environment that it has to pass next; null when it goes nowhere any more.
   * @example 'dev'
   */
  @Holds(words(environments), { orNull: true })
  environment: Environment | null;

  /** In the order in which a person would ask; empty when it waits for nothing. */
  @HoldsAll(() => UnmetDto)
  missing: UnmetDto[];

  /**
   * Who can supply it; empty when nobody can but time.
   * @example ['orchestrator']
   */
  @HoldsAll(words(roles))
  roles: Role[];
}
