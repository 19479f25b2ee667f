import { start } from '@roadbook/event-store';
import type { EventStore, Position } from '@roadbook/event-store';
import { minuteMs, plusMs } from '@roadbook/decider';

/**
 * A command's recorded time is taken when it comes in, its position when it is committed: events stand in the order of their times only
 * roughly. No command is under way for so long.
 */
const outOfOrderMsMax = 10 * minuteMs;

/** A time before which no event behind an event of the given time was recorded. */
export const longBefore = (time: string): string => plusMs(time, -outOfOrderMsMax);

/** A time after which no event in front of an event of the given time was recorded. */
export const longAfter = (time: string): string => plusMs(time, outOfOrderMsMax);

/** A position in front of every event that was recorded at the time or later. Found by halving: a few reads, however long the log. */
export async function positionBefore(events: EventStore, time: string): Promise<Position> {
  const early = longBefore(time);
  let before = start;
  let end = await events.head();
  while (before < end) {
    const middle = before + Math.floor((end - before) / 2);
    const [event] = (await events.readAll({ after: middle, limit: 1 })).events;
    if (event && event.recordedAt < early) before = event.position;
    else end = middle;
  }
  return before;
}
