import { keptKey } from '@roadbook/process';
import type { Clock, Configuration } from '@roadbook/process';
import { ActorIds } from './actor-ids.js';
import { CachingTokenVerifier } from './caching-token-verifier.js';
import { developmentKeys } from './development-keys.js';
import { JoseTokenVerifier } from './jose-token-verifier.js';
import { keySetOf } from './key-set.js';
import type { TokenVerifier } from './token-verifier.js';

type Settings = Pick<Configuration, 'identity' | 'dataFolder' | 'actorKey'>;

/**
 * Verifies tokens as configured. Makes the keys that belong into the data folder where they are missing; the
 * folder must exist.
 * @throws ConfigurationError when the key set is a file that can't be read
 */
export function openTokenVerifier(settings: Settings, clock: Clock): TokenVerifier {
  const { identity, dataFolder } = settings;
  const keys =
    identity.mode === 'development'
      ? developmentKeys(dataFolder)
      : keySetOf(identity.keySet, clock);
  const { issuer, audience } = identity;
  const ids = new ActorIds(keptKey('actorKey', settings));
  const verifier = new JoseTokenVerifier(keys, { issuer, audience }, ids, clock);
  return new CachingTokenVerifier(verifier, clock);
}
