import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const marksAreMultiplesOf = 32;

/**
 * Marks of a broker, made opaque: a place in a topic would tell by its number how much was said that its reader may not see. Each time a
 * mark is told it is another text, so that two can't be compared either.
 */
export class Marks {
  readonly #key: Buffer;

  /** @param key 32 bytes as hexadecimal digits */
  constructor(key: string) {
    this.#key = Buffer.from(key, 'hex');
    if (this.#key.length !== 32) throw new Error('the key of marks must be 32 bytes');
  }

  /** As it is told to readers of the topic. */
  told(topic: string, mark: string): string {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, this.#key, nonce).setAAD(Buffer.from(topic));
    const size = Math.ceil(mark.length / marksAreMultiplesOf) * marksAreMultiplesOf;
    const hidden = Buffer.concat([cipher.update(mark.padEnd(size)), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
  }

  /** The mark of the broker; `undefined` for what was never told to readers of the topic. */
  read(topic: string, told: string): string | undefined {
    const bytes = Buffer.from(told, 'base64url');
    if (bytes.length <= nonceBytes + tagBytes) return undefined;
    const nonce = bytes.subarray(0, nonceBytes);
    const decipher = createDecipheriv(algorithm, this.#key, nonce)
      .setAAD(Buffer.from(topic))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    try {
      const hidden = bytes.subarray(nonceBytes + tagBytes);
      return Buffer.concat([decipher.update(hidden), decipher.final()])
        .toString()
        .trimEnd();
    } catch {
      return undefined;
    }
  }
}
