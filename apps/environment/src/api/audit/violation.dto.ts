import { AnyViolationDto, Holds, words } from '@roadbook/api';
import { environments } from '@roadbook/decider';
import type { Environment } from '@roadbook/decider';
import type { Violation } from '../../queries/violations/list-violations.js';

/** An attempt to break a hard rule. */
export class EnvironmentViolationDto extends AnyViolationDto implements Violation {
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
  environment: Environment | null;

  /**
   * The definition of the pipeline that it was about, by its SHA-256; null where it was about none.
   * @example '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752'
   */
  definition: string | null;

  /**
   * The event by which it was found in place; absent where a command was refused.
   * @example '886313e1-3b8a-5372-9b90-0c9aee199e5d'
   */
  found?: string;
}
