import { projection, recorded } from '@roadbook/read-model';
import type { ConfigurationChangeEvent } from '../../domain/environments/events.js';
import { streamOf } from '../../domain/streams.js';

/** A window for a configuration change in production: unused, it lapses when it is over. */
export interface ConfigurationWindowRow {
  readonly project: string;
  readonly change: string;
  readonly start: string;
  readonly end: string;
  /** Used, lapsed, or of a change that ended: nothing is left to do. */
  readonly settled: boolean;
}

/** Later than any window ends. */
const never = '9999-12-31T23:59:59.999Z';

type WindowEvent = Extract<ConfigurationChangeEvent, { type: (typeof windowEventTypes)[number] }>;

export const windowEventTypes = [
  'ConfigurationApplicationOrdered',
  'ConfigurationChangeReverted',
  'ConfigurationChangeWithdrawn',
  'ConfigurationReversalOrdered',
  'ConfigurationWindowConfirmed',
  'ConfigurationWindowLapsed',
  'ConfigurationWindowProposed',
] as const satisfies ConfigurationChangeEvent['type'][];

/** The window of each configuration change that has one, with when it lapses. */
export const configurationWindows = projection({
  name: 'configuration-windows',
  version: 1,
  types: windowEventTypes,
  keyOf: (event) => recorded<WindowEvent>(event).data.change,
  apply: (
    row: ConfigurationWindowRow | undefined,
    event,
    change,
  ): ConfigurationWindowRow | undefined => {
    const { type, data } = recorded<WindowEvent>(event);
    const project = streamOf(event.stream)?.project ?? '';
    switch (type) {
      case 'ConfigurationWindowProposed':
      case 'ConfigurationWindowConfirmed': {
        const { start, end } = data;
        return { project, change, start, end, settled: false };
      }
      case 'ConfigurationApplicationOrdered':
        return data.environment === 'production' ? settled(row) : row;
      default:
        return settled(row);
    }
  },
  columns: { due: { type: 'text', of: ({ end, settled: done }) => (done ? never : end) } },
  indexes: [['due']],
});

const settled = (row: ConfigurationWindowRow | undefined): ConfigurationWindowRow | undefined =>
  row && { ...row, settled: true };

/** Of the rows with a window that can still lapse. */
export const canLapse = { due: { before: never } } as const;
