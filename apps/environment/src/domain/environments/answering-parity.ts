import type { Drift } from './drift.js';
import { parityDriftMax } from './parity.js';
import type { ParityAnswer, ParityState } from './parity.js';
import { bySetting } from './settings.js';
import { mirrors } from './standing-drift.js';
import { unsettledIn } from './state.js';
import type { OpenedEnvironments } from './state.js';

type Mirror = (typeof mirrors)[number];

/** Whether staging and qa mirror production, as things stand. Drift from what was declared blocks like drift between environments. */
export function parityOf(state: OpenedEnvironments): ParityAnswer {
  const drift = [...state.drifts.values()]
    .filter((one) => mirrors.some((mirror) => isAbout(one, mirror)))
    .sort(bySetting);
  return {
    staging: pairOf(state, 'staging', drift),
    qa: pairOf(state, 'qa', drift),
    drift: drift.slice(0, parityDriftMax),
    driftCount: drift.length,
  };
}

/** Drift between the two, or from what was declared in one of them. */
export const isAbout = ({ environment }: Drift, mirror: Mirror): boolean =>
  environment === mirror || environment === 'production';

function pairOf(state: OpenedEnvironments, mirror: Mirror, drift: readonly Drift[]): ParityState {
  const isKnown = ([mirror, 'production'] as const).every(
    (one) => state.observed[one] && unsettledIn(state, one).length === 0,
  );
  if (!isKnown) return 'unknown';
  return drift.some((one) => isAbout(one, mirror)) ? 'drifts' : 'mirrors';
}
