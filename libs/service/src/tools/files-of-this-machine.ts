import { ConfigurationError, readConfiguration } from '@roadbook/process';
import type { Configuration } from '@roadbook/process';

/**
 * The configuration for a command that works on the files of this machine.
 * @throws ConfigurationError where what it would look for is kept by servers
 */
export function configurationOfFiles(): Configuration {
  const configuration = readConfiguration();
  if (configuration.engines.mode === 'embedded') return configuration;
  throw new ConfigurationError([
    'EVENTSTOREDB_URL and KAFKA_BROKERS are set: this command reads files in the data folder, and nothing is kept there; unset both where you mean such files',
  ]);
}
