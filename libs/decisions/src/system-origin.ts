import { systemActor } from '@roadbook/decider';
import type { Origin } from '@roadbook/decider';
import { derivedId } from '@roadbook/process';

/**
 * What Roadbook does by itself because time has come, or on the way to something else.
 * @param at this service's clock, ISO 8601 in UTC with milliseconds
 */
export const unaskedOrigin = (
  commandId: string,
  at: string,
  correlationId = commandId,
): Origin => ({ actor: systemActor, role: 'system', at, commandId, correlationId });

/**
 * What Roadbook does by itself because of something else. The id is derived, so that doing it twice is doing it once.
 * @param because its id is a UUID
 * @param at this service's clock, ISO 8601 in UTC with milliseconds
 */
export const systemOrigin = (
  because: { readonly id: string; readonly correlationId: string },
  deed: string,
  at: string,
): Origin => ({
  ...unaskedOrigin(derivedId(because.id, deed), at, because.correlationId),
  causationId: because.id,
});
