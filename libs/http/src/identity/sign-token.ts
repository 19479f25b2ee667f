import type { Role } from '@roadbook/decider';
import { SystemClock, identityAudience } from '@roadbook/process';
import type { Clock } from '@roadbook/process';
import { SignJWT, importJWK } from 'jose';
import type { JWK } from 'jose';

/** Whom a token is issued to, and what it lets them do. */
export interface TokenHolder {
  readonly subject: string;
  readonly roles: readonly Role[];
  /** Limits the token to these projects. */
  readonly projects?: readonly string[];
  readonly expiresInSeconds: number;
}

export interface SignToken extends TokenHolder {
  readonly key: JWK;
  readonly issuer: string;
  readonly clock?: Clock;
}

/** Signs a token for Roadbook's usual audience. A service accepts it that knows the key and the issuer. */
export async function signToken(token: SignToken): Promise<string> {
  const { key, issuer, subject, roles, projects } = token;
  const { expiresInSeconds, clock = new SystemClock() } = token;
  const issuedAtSeconds = Math.floor(Date.parse(clock.now()) / 1000);
  return new SignJWT({ roles: [...roles], ...(projects && { projects: [...projects] }) })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: key.kid })
    .setIssuer(issuer)
    .setAudience(identityAudience)
    .setSubject(subject)
    .setIssuedAt(issuedAtSeconds)
    .setExpirationTime(issuedAtSeconds + expiresInSeconds)
    .sign(await importJWK(key, 'ES256'));
}
