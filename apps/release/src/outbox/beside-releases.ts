import { projectRegistered, violationRecorded } from '@roadbook/contracts';
import type { StoredEvent } from '@roadbook/event-store';
import { recorded } from '@roadbook/read-model';
import { happeningOf, tell } from '@roadbook/telling';
import type { Told } from '@roadbook/telling';
import type { RoadEvent } from '../domain/road/events.js';
import type { ViolationRecorded } from '../domain/violations/events.js';
import { sentence } from './parts.js';

/** Of the road, the registration is told: everything else on it follows from what is told of releases. */
export function toldOfRoad(project: string, stored: StoredEvent): readonly Told[] {
  const event = recorded<RoadEvent>(stored);
  return event.type === 'ProjectRegistered'
    ? [tell(projectRegistered, { ...happeningOf(project, stored), name: event.data.name })]
    : [];
}

export function toldOfViolations(project: string, stored: StoredEvent): readonly Told[] {
  const { missing, ...told } = recorded<ViolationRecorded>(stored).data;
  const { version, candidate, environment, command, rule } = told;
  return [
    tell(violationRecorded, {
      ...happeningOf(project, stored),
      ...{ version, candidate, environment, change: null, command, rule },
      missing: missing.map((one) => ({ ...one, missing: sentence(one.missing) })),
    }),
  ];
}
