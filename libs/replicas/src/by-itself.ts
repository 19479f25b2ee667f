import { systemActor } from '@roadbook/decider';
import type { Role } from '@roadbook/decider';
import type { Provenance } from '@roadbook/event-store';
import type { Clock } from '@roadbook/process';

/** The provenance of what replicas keep for each other: nobody ordered it. */
export const byItself = (id: string, clock: Clock): Provenance => ({
  recordedAt: clock.now(),
  actor: systemActor,
  role: 'system' satisfies Role,
  commandId: id,
  correlationId: id,
});
