import type { Delivered, Message } from '../messaging.js';
import type { DeadLetter, Replayed, Withheld } from './dead-letter.js';
import { header, headersOfOriginal } from './headers.js';

/** What a message of a dead-letter topic says: that a message died, or that one was replayed. */
export type Said =
  { readonly letter: DeadLetter } | { readonly replayed: Replayed; readonly id: string };

/** `undefined` for what is neither: somebody else published it there. */
export function saidBy(message: Delivered): Said | undefined {
  const { headers } = message;
  const id = headers[header.id];
  if (id === undefined) return undefined;
  const [at, by] = [headers[header.replayedAt], headers[header.replayedBy]];
  if (at !== undefined && by !== undefined) return { id, replayed: { at, by } };
  const letter = letterIn(message, id);
  return letter && { letter };
}

/** The message that says so. */
export const replayedMessage = (
  { id, key }: { id: string; key: string },
  { at, by }: Replayed,
) => ({
  key,
  headers: { [header.id]: id, [header.replayedAt]: at, [header.replayedBy]: by },
  body: new Uint8Array(),
});

function letterIn(message: Delivered, id: string): DeadLetter | undefined {
  const { headers } = message;
  const [consumer, topic] = [headers[header.consumer], headers[header.topic]];
  const [reason, diedAt] = [headers[header.reason], headers[header.diedAt]];
  if (consumer === undefined || topic === undefined) return undefined;
  if (reason === undefined || diedAt === undefined) return undefined;
  return { id, consumer, topic, reason, diedAt, key: message.key, original: originalIn(message) };
}

function originalIn({ key, headers, body }: Delivered): Message | Withheld {
  const [sha256, secret] = [headers[header.sha256], headers[header.secret]];
  if (sha256 !== undefined && secret !== undefined) return { sha256, secret };
  return { key, headers: headersOfOriginal(headers), body };
}
