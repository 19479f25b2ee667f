import { MessageTooLarge } from './errors.js';
import type { Message } from './messaging.js';

/**
 * Key, headers and body of one message, in bytes of UTF-8. Below what Kafka takes, and enough for a message that tells all of a release:
 * its tickets, notes and plan are an event each, of at most 256 KiB.
 */
export const messageBytesMax = 896 * 1024;
/** The most messages in a page, and how many it has when no limit is asked for. */
export const pageMessagesMax = 1000;

const headerName = /^[a-z0-9][a-z0-9._-]{0,99}$/;

/**
 * @throws MessageTooLarge when one of them exceeds the limit.
 * @throws TypeError for a header whose name is not in lower case.
 */
export function refuseUnfit(topic: string, messages: readonly Message[]): void {
  for (const message of messages) {
    for (const name of Object.keys(message.headers))
      if (!headerName.test(name))
        throw new TypeError(
          `a message for ${topic} has a header whose name is not of letters in lower case, digits, dots, dashes and underscores`,
        );
    const bytes = bytesOf(message);
    if (bytes > messageBytesMax) throw new MessageTooLarge(topic, bytes, messageBytesMax);
  }
}

/** @throws RangeError for a limit that no page can have. */
export function pageLimit(limit: number = pageMessagesMax): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= pageMessagesMax) return limit;
  throw new RangeError(`a page has 1 to ${pageMessagesMax} messages, not ${limit}`);
}

function bytesOf({ key, headers, body }: Message): number {
  let bytes = Buffer.byteLength(key) + body.byteLength;
  for (const [name, value] of Object.entries(headers))
    bytes += Buffer.byteLength(name) + Buffer.byteLength(value);
  return bytes;
}
