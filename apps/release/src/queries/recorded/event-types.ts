import type { RolesNotified } from '../../domain/notifications/events.js';
import type { RoadEvent } from '../../domain/road/events.js';
import type { ViolationRecorded } from '../../domain/violations/events.js';
import { releaseEventTypes } from '../../projections/release-history/sentences.js';

/** A list that the compiler keeps complete. */
const beside = Object.keys({
  ProjectRegistered: true,
  EnvironmentClaimed: true,
  EnvironmentVacated: true,
  RollbackClaimed: true,
  RollbackClaimReleased: true,
  ReleaseRolledBack: true,
  ViolationRecorded: true,
  RolesNotified: true,
} satisfies Record<(RoadEvent | ViolationRecorded | RolesNotified)['type'], true>);

/** Every type of event that can be on record. */
export const eventTypes: ReadonlySet<string> = new Set([...releaseEventTypes, ...beside]);
