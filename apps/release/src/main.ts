import 'reflect-metadata';
import { CannotOpenStore } from '@roadbook/event-store/embedded';
import { createHttpApp, describeApi } from '@roadbook/http';
import {
  ConfigurationError,
  createLogger,
  openDataFolder,
  readConfiguration,
  stopGracefully,
} from '@roadbook/process';
import type { Configuration } from '@roadbook/process';
import { releaseApi } from './api/openapi.js';
import { missingEvents } from './tools/missing-events.js';
import { filesIn } from './files.js';
import { ReleaseModule } from './release.module.js';
import { startingLogger } from './starting-logger.js';
import { welcome } from './welcome.js';

async function start(configuration: Configuration): Promise<void> {
  const { host, port, logLevel: level, logFormat: format, notices } = configuration;
  const logger = createLogger({ level, format });
  for (const notice of notices) logger.warn(notice, 'Configuration');
  openDataFolder(configuration.dataFolder);
  const missing = await missingEvents(filesIn(configuration.dataFolder));
  if (missing !== undefined) throw new CannotOpenStore(missing);
  const app = await createHttpApp(ReleaseModule.on(configuration), {
    logger: startingLogger(logger),
  });
  describeApi(app, releaseApi);
  stopGracefully({ stop: () => app.close(), logger });
  await app.listen(port, host);
  process.stdout.write(welcome((await app.getUrl()).replace('[::1]', 'localhost'), configuration));
}

try {
  await start(readConfiguration());
} catch (error) {
  process.exitCode = 1;
  const told = error instanceof ConfigurationError || (error instanceof Error && 'told' in error);
  process.stderr.write(
    `${error instanceof Error && (told || isPlain(error)) ? plainly(error) : String((error as Error).stack)}\n`,
  );
}

/** What the person who starts the service can mend: its message says how, and a stack trace would hide it. */
function isPlain(error: Error): boolean {
  return error.name === 'CannotOpenStore' || 'syscall' in error;
}

function plainly(error: Error): string {
  if (!('code' in error) || error.code !== 'EADDRINUSE') return error.message;
  const { address, port } = error as Error & { address?: string; port?: number };
  return `${address ?? ''}:${String(port)} is in use by another program; stop that one, or set PORT to another port`;
}
