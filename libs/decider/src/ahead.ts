import type { Origin } from './origin.js';
import { plusMs } from './time.js';

/** How far ahead of this service's clock a reporter's time may lie. */
export const aheadMaxMs = 60_000;

/** How a reporter's time lies where nobody can have seen it yet; `undefined` for one that can be. */
export const farAhead = (reported: string, at: string): string | undefined =>
  reported > plusMs(at, aheadMaxMs)
    ? `more than ${String(aheadMaxMs / 1000)} s ahead of ${at}`
    : undefined;

/** Why a command can't have happened when its reporter says; `undefined` for one that can. */
export function refuseAhead({ at, occurredAt }: Origin): string | undefined {
  if (occurredAt === undefined) return undefined;
  const ahead = farAhead(occurredAt, at);
  return ahead && `the occurred time ${occurredAt} lies ${ahead}`;
}
