import type { Decay } from '@roadbook/decider';

/** In how many days half of an entry's relevance is gone; 0 for one that never fades. */
export const halfLifeDays: Readonly<Record<Decay, number>> = {
  permanent: 0,
  long: 730,
  medium: 182,
  short: 30,
};
