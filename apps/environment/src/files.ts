import { join } from 'node:path';

/** Where the service keeps its files, in its own folder of the data folder. */
export const filesIn = (dataFolder: string) => ({
  events: join(dataFolder, 'environment', 'events.db'),
  readModel: join(dataFolder, 'environment', 'read-model'),
  checkpoints: join(dataFolder, 'environment', 'checkpoints'),
});
