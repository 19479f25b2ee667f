import { hardRule, Is, madeId, Maybe, PageQuery, text, whole } from '@roadbook/api';
import type { HardRule } from '@roadbook/decider';
import { Type } from 'class-transformer';

const nameMax = 100;

export class EnvironmentViolationsQuery extends PageQuery {
  /** One of the five hard rules. */
  @Maybe()
  @Type(() => Number)
  @Is({ ...whole(1, 5), schema: hardRule })
  rule?: HardRule;

  @Maybe()
  @Is(text(nameMax))
  actor?: string;

  /** The configuration or pipeline change, by its id. */
  @Maybe()
  @Is(madeId)
  change?: string;
}
