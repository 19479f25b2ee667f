import { reportedTime } from '@roadbook/decider';
import type { Recorded } from '@roadbook/decider';
import type { ReleaseEvent } from '../../domain/release/events.js';
import { applyToChecklistContents } from '../checklist-contents/apply.js';
import type { ChecklistRow } from './row.js';

/** The row after one more event of the release's stream; the very same when the event changes nothing. `undefined` until it is planned. */
export function applyToChecklist(
  row: ChecklistRow | undefined,
  event: Recorded<ReleaseEvent>,
): ChecklistRow | undefined {
  const { revision } = event;
  if (event.type === 'ReleasePlanned') {
    const contents = applyToChecklistContents(undefined, event);
    return { contents, plannedAt: reportedTime(event), liveAt: null, revision };
  }
  if (!row) return undefined;
  const contents = applyToChecklistContents(row.contents, event);
  const liveAt = wentLive(event) ? reportedTime(event) : row.liveAt;
  const same = contents === row.contents && liveAt === row.liveAt;
  return same ? row : { contents, plannedAt: row.plannedAt, liveAt, revision };
}

const wentLive = ({ type, data }: Recorded<ReleaseEvent>): boolean =>
  type === 'PromotionEnded' && data.environment === 'production' && data.outcome === 'passed';
