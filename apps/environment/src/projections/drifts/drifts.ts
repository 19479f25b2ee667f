import { projection, recorded } from '@roadbook/read-model';
import { driftKey } from '../../domain/environments/drift.js';
import type { Drift } from '../../domain/environments/drift.js';
import type { SettingsEvent } from '../../domain/environments/events.js';
import { streamOf } from '../../domain/streams.js';

/** How often a drift is told that was found and resolved again and again: the last times. */
const timesMax = 20;

/** A drift from the observation that showed it to the one that showed that it was gone; recorded times. */
export interface DriftTime {
  /** Id of the event by which it was found. */
  readonly foundBy: string;
  readonly foundAt: string;
  readonly resolvedAt: string | null;
}

/** A difference in a setting that affects behaviour, and when it stood. */
export interface DriftRow extends Drift {
  readonly project: string;
  readonly standing: boolean;
  /** The last times first. */
  readonly times: readonly DriftTime[];
  /** Of its last finding, in the order of everything. */
  readonly position: number;
}

type DriftEvent = Extract<SettingsEvent, { type: 'DriftFound' | 'DriftResolved' }>;

/** All drift that ever was. */
export const drifts = projection({
  name: 'drifts',
  version: 1,
  types: ['DriftFound', 'DriftResolved'] satisfies DriftEvent['type'][],
  keyOf: (event) => {
    const project = streamOf(event.stream)?.project ?? '';
    return recorded<DriftEvent>(event).data.drifts.map((drift) => keyIn(project, drift));
  },
  apply: (row: DriftRow | undefined, event, key): DriftRow | undefined => {
    const project = streamOf(event.stream)?.project ?? '';
    const { type, data, id, recordedAt: at, position } = recorded<DriftEvent>(event);
    const drift = data.drifts.find((one) => keyIn(project, one) === key);
    if (!drift) return row;
    const { setting, kind, environment } = drift;
    const before = row?.times ?? [];
    if (type === 'DriftFound') {
      const found = { foundBy: id, foundAt: at, resolvedAt: null };
      const times = [found, ...before].slice(0, timesMax);
      return { project, setting, kind, environment, standing: true, times, position };
    }
    const [last, ...others] = before;
    return (
      row && last && { ...row, standing: false, times: [{ ...last, resolvedAt: at }, ...others] }
    );
  },
  columns: {
    project: { type: 'text', of: ({ project }) => project },
    standing: { type: 'integer', of: ({ standing }) => (standing ? 1 : 0) },
    environment: { type: 'text', of: ({ environment }) => environment },
    position: { type: 'integer', of: ({ position }) => position },
  },
  indexes: [['project', 'position']],
});

const keyIn = (project: string, drift: Drift): string => `${project}/${driftKey(drift)}`;
