import { AnyViolationDto } from '@roadbook/api';
import type { Violation } from '../../queries/violations/list-violations.js';

/** An attempt to break a hard rule. */
export class ViolationDto extends AnyViolationDto implements Violation {
  /** @example '1.4.0' */
  version: string;

  /** @example 'c0ffee1' */
  candidate: string | null;
}
