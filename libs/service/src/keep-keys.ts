import { existsSync, readdirSync } from 'node:fs';
import { keptKey } from '@roadbook/process';
import type { Configuration, KeptKey } from '@roadbook/process';
import { filesOf } from './files.js';
import type { Services } from './service.js';

/**
 * Makes the keys that events rest on before there is a file for events, and never afterwards: under another key of actors' ids nobody would know
 * who requested, and they could grant; under another one of settings every secret would seem changed. All services of the folder share the
 * key of ids, whichever of them run here.
 * @throws ConfigurationError when there is such a file, and a key is gone
 */
export function keepKeys(
  services: readonly Pick<Services[number], 'name' | 'keys'>[],
  configuration: Pick<Configuration, 'dataFolder' | KeptKey>,
): void {
  const { dataFolder } = configuration;
  keep('actorKey', readdirSync(dataFolder), configuration);
  for (const { name, keys = [] } of services)
    for (const key of keys) keep(key, [name], configuration);
}

/** Events are looked for before their key: whoever starts for the first time beside this process makes the key first. */
function keep(
  key: KeptKey,
  services: readonly string[],
  configuration: Pick<Configuration, 'dataFolder' | KeptKey>,
): void {
  const events = services.map((name) => filesOf(name, configuration.dataFolder).events);
  keptKey(
    key,
    configuration,
    events.some((file) => existsSync(file)),
  );
}
