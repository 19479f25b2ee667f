import { createHmac } from 'node:crypto';
import type { ActorId } from '@roadbook/decider';

const idBytes = 16;

/**
 * Derives the ids under which people and machines are recorded: HMAC-SHA256 over issuer and subject, so that
 * an event holds no name or address, and nobody without the key can tell whose an id is. The key must stay
 * the same for as long as the events do.
 */
export class ActorIds {
  readonly #key: Buffer;

  /** @param key 32 bytes as hexadecimal digits */
  constructor(key: string) {
    this.#key = Buffer.from(key, 'hex');
    if (this.#key.length !== 32) throw new Error('the key of actor ids must be 32 bytes');
  }

  of(issuer: string, subject: string): ActorId {
    const digest = createHmac('sha256', this.#key)
      .update(JSON.stringify([issuer, subject]))
      .digest('hex');
    return `a_${digest.slice(0, idBytes * 2)}`;
  }
}
