import { environments as all } from '@roadbook/decider';
import type { Environment } from '@roadbook/decider';
import { projection, recorded } from '@roadbook/read-model';
import type { EnvironmentsEvent, EnvironmentsEventType } from '../../domain/environments/events.js';
import { streamOf } from '../../domain/streams.js';
import { applyToEnvironment } from './apply.js';
import type { EnvironmentRow } from './row.js';

export const environmentKey = (project: string, environment: Environment): string =>
  `${project}/${environment}`;

/** What changes an environment: some of it only one, some of it all four. */
export const environmentEventTypes = [
  'ConfigurationApplied',
  'ConfigurationChangeCompleted',
  'ConfigurationObserved',
  'ConfigurationReverted',
  'EnvironmentsOpened',
  'ScopeDeclared',
  'ValidationDescribed',
] as const satisfies EnvironmentsEventType[];

export const environmentsIn = (data: object): readonly Environment[] => {
  const { environment } = data as { readonly environment?: Environment };
  return environment ? [environment] : all;
};

/** Every environment of every project, with its settings as they were declared and observed. */
export const environments = projection({
  name: 'environments',
  version: 1,
  types: environmentEventTypes,
  keyOf: ({ stream, data }) => {
    const project = streamOf(stream)?.project;
    return project && environmentsIn(data).map((one) => environmentKey(project, one));
  },
  apply: (row: EnvironmentRow | undefined, event, key) =>
    applyToEnvironment(
      row,
      recorded<EnvironmentsEvent>(event),
      key.slice(key.indexOf('/') + 1) as Environment,
    ),
  columns: {
    project: { type: 'text', of: ({ project }) => project },
    /** In the order of the path. */
    place: { type: 'integer', of: ({ environment }) => all.indexOf(environment) },
  },
  indexes: [['project', 'place']],
});
