import { hash } from 'node:crypto';
import type { Clock } from '@roadbook/process';
import type { Identity } from './identity.js';
import type { JoseTokenVerifier, VerifiedToken } from './jose-token-verifier.js';
import { TokenVerifier } from './token-verifier.js';

/** How long a key that was withdrawn may still be trusted for tokens seen before. */
const trustedForMs = 5 * 60 * 1000;
const tokensMax = 10_000;

/**
 * Verifies a token once, and knows it again by its digest: checking a signature costs more than most answers.
 * The token itself is not kept.
 */
export class CachingTokenVerifier extends TokenVerifier {
  /** In the order of their last use, the least recently used first. */
  readonly #known = new Map<string, VerifiedToken>();

  constructor(
    private readonly verifier: Pick<JoseTokenVerifier, 'verify'>,
    private readonly clock: Clock,
  ) {
    super();
  }

  override verify(token: string): Identity | Promise<Identity> {
    const digest = hash('sha256', token, 'base64');
    const known = this.#known.get(digest);
    this.#known.delete(digest);
    if (!known || known.expiresAt <= this.clock.now()) return this.verifyNow(token, digest);
    this.remember(digest, known);
    return known.identity;
  }

  private async verifyNow(token: string, digest: string): Promise<Identity> {
    const { identity, expiresAt } = await this.verifier.verify(token);
    const trustedUntil = new Date(Date.parse(this.clock.now()) + trustedForMs).toISOString();
    this.remember(digest, { identity, expiresAt: earlier(expiresAt, trustedUntil) });
    return identity;
  }

  private remember(digest: string, verified: VerifiedToken): void {
    this.#known.set(digest, verified);
    if (this.#known.size <= tokensMax) return;
    const [oldest] = this.#known.keys();
    if (oldest !== undefined) this.#known.delete(oldest);
  }
}

const earlier = (one: string, other: string): string => (one < other ? one : other);
