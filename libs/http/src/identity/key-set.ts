import { readFileSync } from 'node:fs';
import { ConfigurationError } from '@roadbook/process';
import type { Clock } from '@roadbook/process';
import { createLocalJWKSet, createRemoteJWKSet, errors } from 'jose';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';

/** How long after a look for an unknown key the next one waits, so that forged key ids cost nothing. */
const coolDownMs = 30_000;
const cachedForMs = 10 * 60 * 1000;
const fetchTimeoutMs = 5_000;

/** Keys from a file or an address (`http:` or `https:`), looked up anew when a token names an unknown one. */
export const keySetOf = (source: string, clock: Clock): JWTVerifyGetKey =>
  /^https?:\/\//i.test(source)
    ? createRemoteJWKSet(new URL(source), {
        cooldownDuration: coolDownMs,
        cacheMaxAge: cachedForMs,
        timeoutDuration: fetchTimeoutMs,
      })
    : keysInFile(source, clock);

function keysInFile(path: string, clock: Clock): JWTVerifyGetKey {
  const nowMs = () => Date.parse(clock.now());
  let keys = readKeys(path);
  let readAtMs = nowMs();
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      const isUnknown = error instanceof errors.JWKSNoMatchingKey;
      if (!isUnknown || nowMs() - readAtMs < coolDownMs) throw error;
      readAtMs = nowMs();
      keys = readKeys(path);
      return keys(header, token);
    }
  };
}

function readKeys(path: string): JWTVerifyGetKey {
  try {
    return createLocalJWKSet(JSON.parse(readFileSync(path, 'utf8')) as JSONWebKeySet);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError([
      `ROADBOOK_JWKS must be a file with a JSON Web Key Set, or an address that serves one: ${reason}`,
    ]);
  }
}
