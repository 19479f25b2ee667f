import { projection, recorded } from '@roadbook/read-model';
import type { ConfigurationChangeEvent } from '../../domain/environments/events.js';
import { streamOf } from '../../domain/streams.js';
import { applyToConfigurationChange } from './apply.js';
import type { ConfigurationChangeRow } from './row.js';

/** The compiler keeps the list complete. */
const types = Object.keys({
  ConfigurationApplicationFailed: true,
  ConfigurationApplicationObserved: true,
  ConfigurationApplicationOrdered: true,
  ConfigurationApplied: true,
  ConfigurationAuthorizationRequested: true,
  ConfigurationChangeAuthorized: true,
  ConfigurationChangeCompleted: true,
  ConfigurationChangeConfirmed: true,
  ConfigurationChangeDenied: true,
  ConfigurationChangeProposed: true,
  ConfigurationChangeReverted: true,
  ConfigurationChangeReviewed: true,
  ConfigurationChangeWithdrawn: true,
  ConfigurationReversalFailed: true,
  ConfigurationReversalOrdered: true,
  ConfigurationReverted: true,
  ConfigurationWindowConfirmed: true,
  ConfigurationWindowLapsed: true,
  ConfigurationWindowProposed: true,
} satisfies Record<ConfigurationChangeEvent['type'], true>);

/** Every configuration change that was proposed. */
export const configurationChanges = projection({
  name: 'configuration-changes',
  version: 1,
  types,
  keyOf: ({ data }) => (data as ConfigurationChangeEvent['data']).change,
  apply: (row: ConfigurationChangeRow | undefined, event) =>
    applyToConfigurationChange(
      row,
      recorded<ConfigurationChangeEvent>(event),
      streamOf(event.stream)?.project ?? '',
    ),
  columns: {
    project: { type: 'text', of: ({ project }) => project },
    stage: { type: 'text', of: ({ stage }) => stage },
    position: { type: 'integer', of: ({ position }) => position },
  },
  indexes: [['project', 'position']],
});
