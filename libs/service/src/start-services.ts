import { createHttpApp, describeApis } from '@roadbook/http';
import {
  collectGarbageSooner,
  createLogger,
  openDataFolder,
  readConfiguration,
  stopGracefully,
} from '@roadbook/process';
import type { Configuration } from '@roadbook/process';
import { filesOf } from './files.js';
import { apisOf } from './apis-of.js';
import { keepKeys } from './keep-keys.js';
import type { Services } from './service.js';
import { ServicesModule } from './services.module.js';
import { startingLogger } from './starting-logger.js';
import { told } from './told.js';
import { refuseMissingEvents } from './tools/missing-events.js';
import { welcome } from './welcome.js';

/**
 * Starts the services in this process, on one port, until it is told to stop. What is wrong is said once, and ends the process with 1.
 * @param commands what else can be tried with them in another terminal: `npm run demo` where everything that it asks for runs
 */
export async function startServices(
  services: Services,
  commands: readonly string[] = [],
): Promise<void> {
  collectGarbageSooner();
  try {
    await start(services, commands, readConfiguration());
  } catch (error) {
    // What was opened before it failed would keep the process, and nobody starts anew what has not ended.
    process.stderr.write(`${told(error)}\n`, () => process.exit(1));
  }
}

async function start(
  services: Services,
  commands: readonly string[],
  configuration: Configuration,
): Promise<void> {
  const { host, port, logLevel: level, logFormat: format, notices, dataFolder } = configuration;
  const logger = createLogger({ level, format });
  for (const notice of notices) logger.warn(notice, 'Configuration');
  openDataFolder(dataFolder);
  keepKeys(services, configuration);
  if (configuration.engines.mode === 'embedded')
    for (const { name } of services) await refuseMissingEvents(filesOf(name, dataFolder));
  const app = await createHttpApp(ServicesModule.of(services, configuration), {
    logger: startingLogger(logger),
  });
  describeApis(app, apisOf(services, configuration));
  stopGracefully({ stop: () => app.close(), logger });
  await app.listen(port, host);
  const url = (await app.getUrl()).replace('[::1]', 'localhost');
  const [{ firstLook }] = services;
  process.stdout.write(welcome(url, configuration, { firstLook, commands }));
}
