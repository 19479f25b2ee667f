import { systemActor } from '@roadbook/decider';
import type { Origin } from '@roadbook/decider';
import { derivedId } from '@roadbook/process';

/** What Roadbook does by itself because of something else. The id is derived, so that doing it twice is doing it once. */
export const systemOrigin = (
  because: { readonly id: string; readonly correlationId: string },
  deed: string,
  at: string,
): Origin => ({
  actor: systemActor,
  role: 'system',
  at,
  commandId: derivedId(because.id, deed),
  correlationId: because.correlationId,
  causationId: because.id,
});
