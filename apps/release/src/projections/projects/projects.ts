import { projection, recorded } from '@roadbook/read-model';
import type { RoadEvent } from '../../domain/road/events.js';
import { placeOf } from '../place.js';
import type { Placed } from '@roadbook/read-model';
import type { ProjectRow } from './row.js';

/** Every project, what stands in production, and how much is on record; who was told of it doesn't count. */
export const projects = projection({
  name: 'projects',
  version: 1,
  keyOf: ({ stream }) => {
    const { about } = placeOf(stream);
    return about?.kind === 'notifications' ? undefined : about?.project;
  },
  apply: (row: ProjectRow | undefined, event, project): ProjectRow => {
    const { name, registeredAt, production, events } = row ?? unregistered;
    const counted = { project, name, registeredAt, production, events: events + 1 };
    return onRoad.has(event.type) ? { ...counted, ...whatChanges(recorded(event)) } : counted;
  },
  columns: {
    registeredAt: { type: 'text', nullable: true, of: ({ registeredAt }) => registeredAt },
    project: { type: 'text', of: ({ project }) => project },
  },
  indexes: [['project']],
});

const unregistered: Omit<ProjectRow, 'project'> = {
  name: null,
  registeredAt: null,
  production: null,
  events: 0,
};

/** Nearly all events only count. */
const onRoad: ReadonlySet<string> = new Set<RoadEvent['type']>([
  'ProjectRegistered',
  'EnvironmentVacated',
  'ReleaseRolledBack',
]);

function whatChanges(event: Placed<RoadEvent>): Partial<ProjectRow> | undefined {
  const since = event.recordedAt;
  switch (event.type) {
    case 'ProjectRegistered':
      return { name: event.data.name, registeredAt: since };
    case 'EnvironmentVacated': {
      const { environment, outcome, version } = event.data;
      const verified = environment === 'production' && outcome === 'passed';
      return verified ? { production: { version, since } } : undefined;
    }
    case 'ReleaseRolledBack': {
      const { restored } = event.data;
      return { production: restored === null ? null : { version: restored, since } };
    }
    default:
      return undefined;
  }
}
