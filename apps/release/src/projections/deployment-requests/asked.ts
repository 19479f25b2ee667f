import type { ReleaseEvent } from '../../domain/release/events.js';
import type { Placed } from '@roadbook/read-model';

/** The events that ask deployers for something, or tell how far they are. */
export const types = [
  'RollbackPlanWritten',
  'DeploymentRequested',
  'DeploymentClaimed',
  'DeploymentReported',
  'PromotionEnded',
  'RollbackStarted',
  'RollbackStepsReported',
  'RollbackChecksReported',
  'RollbackIncomplete',
  'RollbackCompleted',
  'ReleaseWithdrawn',
] as const satisfies readonly ReleaseEvent['type'][];

export type Asked = Extract<Placed<ReleaseEvent>, { type: (typeof types)[number] }>;
