import { join } from 'node:path';
import { openDataFolder } from '@roadbook/process';
import { createLocalJWKSet } from 'jose';
import type { JWK, JWTVerifyGetKey } from 'jose';
import { keySetFor, signingKeyIn } from './signing-key.js';

/** The key pair of development mode, kept in the data folder and made where there is none. */
export function developmentKey(dataFolder: string): JWK {
  openDataFolder(dataFolder);
  return signingKeyIn(join(dataFolder, 'development-key.json'));
}

export const developmentKeys = (dataFolder: string): JWTVerifyGetKey =>
  createLocalJWKSet(keySetFor(developmentKey(dataFolder)));
