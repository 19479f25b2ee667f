import type { Recorded } from '@roadbook/decider';
import { evolveRelease } from '../domain/release/evolve.js';
import type { ReleaseEvent } from '../domain/release/events.js';
import { unplanned } from '../domain/release/state.js';
import type { PlannedRelease } from '../domain/release/state.js';
import { applyToChecklist } from './checklist/apply.js';
import type { ChecklistRow } from './checklist/row.js';

/** A release as its events tell it: the state that it is decided with, and what is shown beside it. */
export interface FoldedRelease {
  readonly release: PlannedRelease;
  readonly beside: ChecklistRow;
}

/** One more event of the release's stream; `undefined` until it is planned. */
export function foldRelease(
  before: FoldedRelease | undefined,
  event: Recorded<ReleaseEvent>,
): FoldedRelease | undefined {
  const release = evolveRelease(before?.release ?? unplanned, event);
  const beside = applyToChecklist(before?.beside, event);
  return release.situation === 'unplanned' || !beside ? undefined : { release, beside };
}
