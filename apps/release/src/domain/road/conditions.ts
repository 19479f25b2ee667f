import { guard } from '@roadbook/decider';
import type { Condition, Environment } from '@roadbook/decider';
import type { Road } from './road.js';

/** A promotion that wants to enter an environment. */
interface Entry {
  readonly road: Road;
  readonly version: string;
  readonly environment: Environment;
}

export const projectIsRegistered: Condition<{ readonly road: Road }> = guard(
  'project-registered',
  { from: 'orchestrator' },
  ({ road }) => (road.project ? undefined : 'this project is not registered'),
);

/** One promotion at a time for each environment. */
export const environmentIsFree: Condition<Entry> = guard(
  'environment-free',
  { from: 'cio' },
  ({ road, version, environment }) => {
    const holder = road.claims[environment];
    if (holder && holder.version !== version)
      return `${environment} belongs to the promotion of ${holder.version} until that has ended`;
    if (environment === 'production' && road.rollback)
      return `production is being rolled back from ${road.rollback.version}`;
    return undefined;
  },
);
