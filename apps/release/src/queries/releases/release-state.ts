import { compareVersions } from '../../domain/version.js';
import type { PlannedRelease } from '../../domain/release/state.js';
import type { RecordedState } from '../../projections/release-list/row.js';
import { recordedStates } from '../../projections/release-list/row.js';

/** Where a release is, in one word. `replaced` is what was verified in production before that which stands there now. */
export const releaseStates = [...recordedStates, 'replaced'] as const;
export type ReleaseState = (typeof releaseStates)[number];

/**
 * @param production the version that stands in production. Versions go there in order, so a higher one has replaced this one; a
 * lower one is about to be replaced by it.
 */
export const stateNow = (
  recorded: RecordedState,
  version: string,
  production: string | undefined,
): ReleaseState =>
  recorded === 'in-production' &&
  production !== undefined &&
  compareVersions(production, version) > 0
    ? 'replaced'
    : recorded;

/** The same as the release list records, told from what the decider knows. */
export function recordedState({ stage, candidate }: PlannedRelease): RecordedState {
  if (stage === 'live') return 'in-production';
  if (stage !== 'on-the-road') return stage;
  if (!candidate) return 'planned';
  if (Object.keys(candidate.attempts).length > 0) return 'promoting';
  return candidate.prepared ? 'prepared' : 'planned';
}
