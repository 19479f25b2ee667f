import { reportedTime } from '@roadbook/decider';
import type { Recorded } from '@roadbook/decider';
import { evolveRelease } from '../domain/release/evolve.js';
import type { ReleaseEvent } from '../domain/release/events.js';
import { unplanned } from '../domain/release/state.js';
import type { PlannedRelease } from '../domain/release/state.js';
import { applyToChecklistContents } from './checklist-contents/apply.js';
import type { ChecklistContents } from './checklist-contents/row.js';

/** A release as its events tell it: the state that it is decided with, and what is shown beside it. */
export interface FoldedRelease {
  readonly release: PlannedRelease;
  readonly contents: ChecklistContents;
  /** Reported time where one was given, else recorded; so is `liveAt`. */
  readonly plannedAt: string;
  /** When it was verified in production. */
  readonly liveAt: string | null;
}

/** One more event of the release's stream; `undefined` until it is planned. */
export function foldRelease(
  before: FoldedRelease | undefined,
  event: Recorded<ReleaseEvent>,
): FoldedRelease | undefined {
  const release = evolveRelease(before?.release ?? unplanned, event);
  if (release.situation === 'unplanned') return undefined;
  return {
    release,
    contents: applyToChecklistContents(before?.contents, event),
    plannedAt: before?.plannedAt ?? reportedTime(event),
    liveAt: wentLive(event) ? reportedTime(event) : (before?.liveAt ?? null),
  };
}

const wentLive = ({ type, data }: Recorded<ReleaseEvent>): boolean =>
  type === 'PromotionEnded' && data.environment === 'production' && data.outcome === 'passed';
