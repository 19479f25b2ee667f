import type { ReleaseEvent } from '../../domain/release/events.js';
import type { RoadEvent } from '../../domain/road/events.js';
import type { Placed } from '@roadbook/read-model';

/** The events that set a deadline, move it or make it needless. */
export const types = [
  'EnvironmentClaimed',
  'EnvironmentVacated',
  'DeploymentRequested',
  'DeploymentClaimed',
  'DeploymentReported',
  'PromotionEnded',
  'WindowProposed',
  'WindowConfirmed',
  'WindowLapsed',
  'ReleaseWithdrawn',
  'RollbackClaimed',
  'RollbackClaimReleased',
  'ReleaseRolledBack',
  'RollbackStarted',
  'RollbackBudgetOverrun',
  'RollbackCompleted',
] as const satisfies readonly (ReleaseEvent | RoadEvent)['type'][];

export type Type = (typeof types)[number];

export type Happened<Some extends Type = Type> = Extract<
  Placed<ReleaseEvent> | Placed<RoadEvent>,
  { type: Some }
>;

/** Whose deadline it is. On the road the version stands in the event. */
export interface Whose {
  readonly project: string;
  readonly version: string;
}
