import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openDataFolder, secretFile } from '@roadbook/process';
import { createLocalJWKSet } from 'jose';
import type { JWK, JWTVerifyGetKey } from 'jose';

/**
 * The key pair of development mode, kept in the data folder and made where there is none. Whoever can read it
 * can be anybody; it is served to nobody.
 */
export function developmentKey(dataFolder: string): JWK {
  openDataFolder(dataFolder);
  return JSON.parse(secretFile(join(dataFolder, 'development-key.json'), makeKey)) as JWK;
}

function makeKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return JSON.stringify({
    ...privateKey.export({ format: 'jwk' }),
    kid: randomUUID(),
    alg: 'ES256',
  });
}

export function developmentKeys(dataFolder: string): JWTVerifyGetKey {
  const { kid, alg, ...key } = developmentKey(dataFolder);
  const publicKey = createPublicKey({ key, format: 'jwk' }).export({ format: 'jwk' });
  return createLocalJWKSet({ keys: [{ ...publicKey, kty: 'EC', kid, alg }] });
}
