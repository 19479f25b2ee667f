import { AnyViolationDto, Holds, words } from '@roadbook/api';
import { environments } from '@roadbook/decider';
import type { Environment } from '@roadbook/decider';
import type { Violation } from '../../queries/violations/list-violations.js';

/** An attempt to break a hard rule. */
export class ViolationDto extends AnyViolationDto implements Violation {
  /** @example '1.4.0' */
  version: string;

  /** @example 'c0ffee1' */
  candidate: string | null;

  /**
   * The environment that it was about; absent where it was about none.
   * @example 'production'
   */
  @Holds(words(environments))
  environment?: Environment;
}
