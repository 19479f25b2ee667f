import type { Refusal } from '@roadbook/decider';

/** A refusal by a hard rule that is on record as a violation. */
export interface RefusalOnRecord extends Refusal {
  readonly violation: true;
}
