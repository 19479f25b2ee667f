import { createHash } from 'node:crypto';
import { derivedId } from '@roadbook/process';
import type { Delivered, Message } from '../messaging.js';
import { header, headersOfOriginal } from './headers.js';
import type { Headers } from './headers.js';
import { secretIn, secretInText } from './secret-in.js';

const namespace = '5f2c7d0e-8f4f-5c5e-9c0a-3a5f1f6f7b21';
const reasonLengthMax = 2000;
const withheldKey = 'withheld';

/** How a message died. */
export interface Death {
  readonly consumer: string;
  readonly reason: string;
  /** ISO 8601 in UTC with milliseconds. */
  readonly diedAt: string;
}

/**
 * The message to publish in the dead-letter topic of the one that the original came from. The same message that dies again for the same
 * consumer is the same dead letter, so that a broker that delivers it twice doesn't make two.
 */
export function deadLetterMessage(
  original: Delivered,
  { consumer, reason, diedAt }: Death,
): Message {
  const { topic, mark } = original;
  const secret = secretIn(original);
  const letter = {
    [header.id]: derivedId(namespace, [consumer, topic, mark].join('\n')),
    [header.consumer]: consumer,
    [header.topic]: topic,
    [header.reason]: speakable(reason),
    [header.diedAt]: diedAt,
  };
  if (secret === undefined) {
    const { key, body } = original;
    return { key, headers: { ...headersOfOriginal(original.headers), ...letter }, body };
  }
  return {
    key: secretInText(original.key) === undefined ? original.key : withheldKey,
    headers: {
      ...withoutSecrets(headersOfOriginal(original.headers)),
      ...letter,
      [header.sha256]: createHash('sha256').update(original.body).digest('hex'),
      [header.secret]: secret,
    },
    body: new Uint8Array(),
  };
}

function speakable(reason: string): string {
  const secret = secretInText(reason);
  if (secret !== undefined) return `the reason held what looks like ${secret}, and is withheld`;
  return reason.length > reasonLengthMax ? `${reason.slice(0, reasonLengthMax)}…` : reason;
}

const withoutSecrets = (headers: Headers): Headers =>
  Object.fromEntries(
    Object.entries(headers).filter((one) => one.every((text) => secretInText(text) === undefined)),
  );
