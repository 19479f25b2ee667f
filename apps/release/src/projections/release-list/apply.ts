import { reportedTime } from '@roadbook/decider';
import type { DataOf, ReleaseEvent } from '../../domain/release/events.js';
import type { Placed } from '../recorded.js';
import type { Last, ReleaseListRow } from './row.js';
import { whatChanges } from './stands.js';

/** The release in the list after one more event of its stream; `undefined` until it is planned. */
export function applyToReleaseList(
  row: ReleaseListRow | undefined,
  event: Placed<ReleaseEvent>,
): ReleaseListRow | undefined {
  if (event.type === 'ReleasePlanned') return planned(event.data, event);
  if (!row) return undefined;
  const { planned: first, stands } = row;
  const change = whatChanges(stands, event);
  return {
    planned: first,
    stands: change ? { ...stands, ...change } : stands,
    last: lastOf(event),
  };
}

function planned(
  { project, version, kind, tickets }: DataOf<'ReleasePlanned'>,
  event: Placed<ReleaseEvent>,
): ReleaseListRow {
  return {
    planned: { project, version, kind, at: reportedTime(event), position: event.position },
    stands: {
      state: 'planned',
      blocked: false,
      candidate: null,
      tickets: tickets.length,
      passed: [],
      liveAt: null,
      aftermath: [],
    },
    last: lastOf(event),
  };
}

const lastOf = ({ recordedAt, revision, position }: Placed<ReleaseEvent>): Last => ({
  recordedAt,
  revision,
  position,
});
