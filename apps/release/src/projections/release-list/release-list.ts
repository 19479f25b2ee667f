import { projection } from '@roadbook/read-model';
import type { ReleaseEvent } from '../../domain/release/events.js';
import { recorded } from '../recorded.js';
import { releaseKeyOf } from '../release-key.js';
import { applyToReleaseList } from './apply.js';
import type { ReleaseListRow } from './row.js';

/** Every release with what one wants to see, and to select it by, in a list. In the order in which they were planned. */
export const releaseList = projection({
  name: 'release-list',
  version: 2,
  keyOf: releaseKeyOf,
  apply: (row: ReleaseListRow | undefined, event) =>
    applyToReleaseList(row, recorded<ReleaseEvent>(event)),
  columns: {
    project: { type: 'text', of: ({ planned }) => planned.project },
    kind: { type: 'text', of: ({ planned }) => planned.kind },
    plannedAt: { type: 'text', of: ({ planned }) => planned.at },
    plannedPosition: { type: 'integer', of: ({ planned }) => planned.position },
    state: { type: 'text', of: ({ stands }) => stands.state },
    liveAt: { type: 'text', nullable: true, of: ({ stands }) => stands.liveAt },
    waits: { type: 'integer', of: (row) => (waits(row) ? 1 : 0) },
  },
  indexes: [['project', 'plannedPosition']],
});

const underWay: readonly string[] = ['planned', 'prepared', 'promoting', 'rolling-back'];

/** Somebody has to do something before it is at its end. */
const waits = ({ stands: { state, aftermath } }: ReleaseListRow): boolean =>
  underWay.includes(state) || (state === 'rolled-back' && aftermath.length > 0);
