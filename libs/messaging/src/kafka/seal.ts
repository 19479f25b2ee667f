import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Message } from '../messaging.js';
import type { Vouching } from './options.js';

export const sealHeader = 'roadbook-seal';

const keyBytesMin = 32;

type Headers = Message['headers'];

/** Says of headers that everybody could set on Kafka whether one of our own services did. */
export class Seal {
  private readonly names: ReadonlySet<string>;
  private readonly key?: Uint8Array;

  /** @throws TypeError for a key that is too short */
  constructor({ headers, key }: Vouching = { headers: [] }) {
    if (key && key.byteLength < keyBytesMin)
      throw new TypeError(`the key of the seal has at least ${keyBytesMin} bytes`);
    this.names = new Set(headers);
    this.key = key;
  }

  /** The message as it is published: sealed, where it says something that others must not. */
  put(topic: string, message: Message): Message {
    const { [sealHeader]: _, ...headers } = message.headers;
    if (!this.key || !this.saysMore(headers)) return { ...message, headers };
    const seal = sealOf(this.key, topic, { ...message, headers });
    return { ...message, headers: { ...headers, [sealHeader]: seal } };
  }

  /** What of the headers can be believed. */
  believed(topic: string, message: Message): Headers {
    const { [sealHeader]: seal, ...headers } = message.headers;
    if (!this.saysMore(headers)) return headers;
    if (this.key && seal !== undefined) {
      const right = sealOf(this.key, topic, { ...message, headers });
      if (areEqual(seal, right)) return headers;
    }
    return Object.fromEntries(Object.entries(headers).filter(([name]) => !this.names.has(name)));
  }

  private saysMore(headers: Headers): boolean {
    return Object.keys(headers).some((name) => this.names.has(name));
  }
}

/** Over all of the message and its topic: a seal is worth nothing beside another body, key or header. */
function sealOf(key: Uint8Array, topic: string, message: Message): string {
  const headers = Object.entries(message.headers).sort(([one], [other]) => (one < other ? -1 : 1));
  const head = JSON.stringify([topic, message.key, headers]);
  return createHmac('sha256', key).update(`${head}\n`).update(message.body).digest('base64url');
}

function areEqual(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}
