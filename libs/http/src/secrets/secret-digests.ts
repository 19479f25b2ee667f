import { createHmac } from 'node:crypto';

/**
 * Makes what stands in the place of secrets: HMAC-SHA256 over what a secret belongs to and the secret itself, so that equal secrets of the
 * same thing can be told to be equal, and nothing else can be told without the key. The key must stay the same for as long as the events do.
 */
export class SecretDigests {
  readonly #key: Buffer;

  /** @param key 32 bytes as hexadecimal digits */
  constructor(key: string) {
    this.#key = Buffer.from(key, 'hex');
    if (this.#key.length !== 32) throw new Error('the key of settings must be 32 bytes');
  }

  /** @param belongsTo what the secret is a secret of, from the outermost inwards */
  of(belongsTo: readonly string[], secret: string): string {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([...belongsTo, secret]))
      .digest('hex');
  }
}
