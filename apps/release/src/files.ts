import { join } from 'node:path';

/** Where the service keeps its files, in its data folder. */
export const filesIn = (dataFolder: string) => ({
  events: join(dataFolder, 'events.db'),
  readModel: join(dataFolder, 'read-model'),
  checkpoints: join(dataFolder, 'checkpoints'),
  answers: join(dataFolder, 'idempotency.db'),
});
