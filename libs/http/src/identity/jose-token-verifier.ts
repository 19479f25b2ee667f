import type { Clock } from '@roadbook/process';
import { errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { unavailable } from '../problem/problems.js';
import type { ActorIds } from './actor-ids.js';
import { claimsOf, invalidToken } from './claims.js';
import type { Identity } from './identity.js';

/** A shared secret could be forged by everybody who verifies with it, so only asymmetric signatures count. */
const algorithms = ['ES256', 'RS256', 'PS256', 'EdDSA', 'Ed25519'];
const clockToleranceSeconds = 15;

export interface Expected {
  readonly issuer: string;
  readonly audience: string;
}

export interface VerifiedToken {
  readonly identity: Identity;
  /** ISO 8601 in UTC with milliseconds, as the clock tells it. */
  readonly expiresAt: string;
}

/** Verifies signature, issuer, audience and times of a token, and reads its claims. */
export class JoseTokenVerifier {
  constructor(
    private readonly keys: JWTVerifyGetKey,
    private readonly expected: Expected,
    private readonly actorIds: ActorIds,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 401 when the token proves nothing, 503 when the keys can't be had */
  async verify(token: string): Promise<VerifiedToken> {
    const payload = await this.payloadOf(token);
    const { issuer, subject, ...rights } = claimsOf(payload);
    const expiresAt = new Date((payload.exp ?? 0) * 1000);
    if (Number.isNaN(expiresAt.getTime())) throw invalidToken('its claim exp is wrong');
    return {
      identity: { actor: this.actorIds.of(issuer, subject), ...rights },
      expiresAt: expiresAt.toISOString(),
    };
  }

  private async payloadOf(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        ...this.expected,
        algorithms,
        clockTolerance: clockToleranceSeconds,
        currentDate: new Date(this.clock.now()),
        requiredClaims: ['exp', 'sub'],
      });
      return payload;
    } catch (error) {
      const what = faultOf(error);
      throw what === undefined
        ? unavailable('the keys of tokens cannot be had now')
        : invalidToken(what);
    }
  }
}

/** What is wrong with the token, and `undefined` when something else is. Repeats nothing of the token. */
function faultOf(error: unknown): string | undefined {
  if (error instanceof errors.JWTExpired) return 'it has expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `its claim ${error.claim} is wrong`;
  if (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  ) {
    return 'it names no key (kid) that is known here';
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'its signature is wrong';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'its algorithm is not allowed here';
  const isMalformed =
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JOSENotSupported;
  return isMalformed ? 'it is no signed JSON Web Token' : undefined;
}
