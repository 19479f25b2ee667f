import type { Refusal } from '@roadbook/decider';
import type { Accepted } from '@roadbook/decisions';

/** A deployment or a rollback was started, now or before: under which id it is reported on. */
export type Started<Name extends 'deployment' | 'rollback'> =
  (Accepted & Readonly<Record<Name, string>>) | Refusal;

/** The events that start them; each carries the id under the same name. */
export const startOf = { deployment: 'DeploymentRequested', rollback: 'RollbackStarted' } as const;
