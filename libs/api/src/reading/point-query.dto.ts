import { ReadAsNumber } from '@roadbook/http';
import { Is, IsTime, Maybe } from '../fields/field.js';
import { whole } from '../fields/shape.js';

const revisionMax = 1_000_000;

/** A point in the past: a time or a revision, not both. */
export class PointQuery {
  /** As it was at this recorded time. */
  @Maybe()
  @IsTime()
  at?: string;

  /** As it was at this revision. */
  @Maybe()
  @ReadAsNumber()
  @Is(whole(0, revisionMax))
  revision?: number;
}
