import { createLogger, SystemClock } from '@roadbook/process';
import type { Configuration } from '@roadbook/process';
import { ConfiguredServers } from '../servers/index.js';

/** The servers, for a command in the terminal; `undefined` where everything is in files. What they complain of is said beside what the command prints. */
export function serversOf(configuration: Configuration): ConfiguredServers | undefined {
  const { engines: settings } = configuration;
  if (settings.mode === 'embedded') return undefined;
  const logger = createLogger({ level: 'warn', format: 'text', output: process.stderr });
  return new ConfiguredServers({ settings, configuration, clock: new SystemClock(), logger });
}
