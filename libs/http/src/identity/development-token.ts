import type { Role } from '@roadbook/decider';
import { SystemClock, developmentIssuer, identityAudience } from '@roadbook/process';
import type { Clock } from '@roadbook/process';
import { SignJWT, importJWK } from 'jose';
import { developmentKey } from './development-keys.js';

export interface DevelopmentToken {
  /** Where the service keeps its data; the key is made there when there is none. */
  readonly dataFolder: string;
  readonly subject: string;
  readonly roles: readonly Role[];
  /** Limits the token to these projects. */
  readonly projects?: readonly string[];
  readonly expiresInSeconds: number;
  readonly clock?: Clock;
}

/** Signs a token that a service in development mode accepts when it keeps its data in the same folder. */
export async function signDevelopmentToken(token: DevelopmentToken): Promise<string> {
  const {
    dataFolder,
    subject,
    roles,
    projects,
    expiresInSeconds,
    clock = new SystemClock(),
  } = token;
  const key = developmentKey(dataFolder);
  const issuedAtSeconds = Math.floor(Date.parse(clock.now()) / 1000);
  return new SignJWT({ roles: [...roles], ...(projects && { projects: [...projects] }) })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: key.kid })
    .setIssuer(developmentIssuer)
    .setAudience(identityAudience)
    .setSubject(subject)
    .setIssuedAt(issuedAtSeconds)
    .setExpirationTime(issuedAtSeconds + expiresInSeconds)
    .sign(await importJWK(key, 'ES256'));
}
