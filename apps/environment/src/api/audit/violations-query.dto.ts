import { AnyViolationsQuery, Is, madeId, Maybe } from '@roadbook/api';

export class EnvironmentViolationsQuery extends AnyViolationsQuery {
  /** The configuration or pipeline change, by its id. */
  @Maybe()
  @Is(madeId)
  change?: string;
}
