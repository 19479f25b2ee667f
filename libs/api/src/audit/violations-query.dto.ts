import type { HardRule } from '@roadbook/decider';
import { ReadAsNumber } from '@roadbook/http';
import { Is, Maybe } from '../fields/field.js';
import { text, whole } from '../fields/shape.js';
import { hardRule } from '../reading/holds.js';
import { PageQuery } from '../reading/page-query.dto.js';

const nameMax = 100;

/** What violations are asked for by, whatever they are about. */
export class AnyViolationsQuery extends PageQuery {
  /** One of the five hard rules. */
  @Maybe()
  @ReadAsNumber()
  @Is({ ...whole(1, 5), schema: hardRule })
  rule?: HardRule;

  @Maybe()
  @Is(text(nameMax))
  actor?: string;
}
