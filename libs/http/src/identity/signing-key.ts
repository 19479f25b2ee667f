import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { secretFile } from '@roadbook/process';
import type { JSONWebKeySet, JWK } from 'jose';

/**
 * A key pair that signs tokens, kept in a file and made where there is none. Whoever can read it can be anybody; it is served to
 * nobody.
 */
export const signingKeyIn = (path: string): JWK => JSON.parse(secretFile(path, makeKey)) as JWK;

/** A key pair that was made before. @throws what reading the file throws */
export const readSigningKey = (path: string): JWK => JSON.parse(readFileSync(path, 'utf8')) as JWK;

/** What everybody may know of a key pair: tokens that it signed are verified by it. */
export function keySetFor({ kid, alg, ...key }: JWK): JSONWebKeySet {
  const publicKey = createPublicKey({ key, format: 'jwk' }).export({ format: 'jwk' });
  return { keys: [{ ...publicKey, kty: 'EC', kid, alg }] };
}

function makeKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return JSON.stringify({
    ...privateKey.export({ format: 'jwk' }),
    kid: randomUUID(),
    alg: 'ES256',
  });
}
