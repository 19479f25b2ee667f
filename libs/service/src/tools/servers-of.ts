import { createLogger, SystemClock } from '@roadbook/process';
import type { Configuration } from '@roadbook/process';
import type { ConfiguredServers } from '../servers/index.js';

/**
 * The servers, for a command in the terminal; `undefined` where everything is in files: then what speaks to servers is not even loaded. What
 * they complain of is said beside what the command prints.
 */
export async function serversOf(
  configuration: Configuration,
): Promise<ConfiguredServers | undefined> {
  const { engines: settings } = configuration;
  if (settings.mode === 'embedded') return undefined;
  const { ConfiguredServers: Servers } = await import('../servers/index.js');
  const logger = createLogger({ level: 'warn', format: 'text', output: process.stderr });
  return new Servers({ settings, configuration, clock: new SystemClock(), logger });
}
