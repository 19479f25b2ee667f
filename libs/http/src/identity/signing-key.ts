import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigurationError, secretFile } from '@roadbook/process';
import type { JSONWebKeySet, JWK } from 'jose';

/**
 * A key pair that signs tokens, kept in a file and made where there is none. Whoever can read it can be anybody; it is served to
 * nobody.
 * @throws ConfigurationError when the file holds something else
 */
export function signingKeyIn(path: string): JWK {
  const content = secretFile(path, makeKey);
  try {
    const key = JSON.parse(content) as JWK;
    createPrivateKey({ key, format: 'jwk' });
    return key;
  } catch {
    throw new ConfigurationError([
      `${path} holds no key that signs tokens: put it back, or remove it to have another one made`,
    ]);
  }
}

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
