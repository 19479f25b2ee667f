import { EventTooLarge } from './errors.js';
import type { SealedEvent } from './events.js';

/** UTF-8 bytes of one event's canonical content. */
export const eventBytesMax = 256 * 1024;
/** UTF-8 bytes of all events of one append; below what EventStoreDB and Kafka take at once. */
export const appendBytesMax = 1_000_000;
export const appendEventsMax = 500;
/** The most events in a page, and how many it has when no limit is asked for. */
export const pageEventsMax = 1000;

/** @throws EventTooLarge when an event or the whole append exceeds a limit. */
export function refuseTooLarge(events: readonly SealedEvent[]): void {
  if (events.length > appendEventsMax) {
    throw new EventTooLarge(
      `${events.length} events in one append`,
      `at most ${appendEventsMax} go together`,
    );
  }
  let appendBytes = 0;
  for (const { type, id, sizeBytes } of events) {
    if (sizeBytes > eventBytesMax) {
      throw new EventTooLarge(
        `event ${type} ${id} has ${sizeBytes} bytes`,
        `an event has at most ${eventBytesMax} bytes`,
      );
    }
    appendBytes += sizeBytes;
  }
  if (appendBytes > appendBytesMax) {
    throw new EventTooLarge(
      `${events.length} events of one append have ${appendBytes} bytes`,
      `at most ${appendBytesMax} bytes go together`,
    );
  }
}

/** @throws RangeError for a limit that no page can have. */
export function pageLimit(limit: number = pageEventsMax): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= pageEventsMax) return limit;
  throw new RangeError(`a page has 1 to ${pageEventsMax} events, not ${limit}`);
}
