import { join } from 'node:path';

/** Where a service keeps its files: in a folder of its own below the data folder. */
export const filesOf = (service: string, dataFolder: string) => {
  const folder = join(dataFolder, service);
  return {
    folder,
    events: join(folder, 'events.db'),
    readModel: join(folder, 'read-model'),
    checkpoints: join(folder, 'checkpoints'),
  };
};

/** What all services of a machine keep together. */
export const sharedFilesIn = (dataFolder: string) => ({
  answers: join(dataFolder, 'idempotency.db'),
  messages: join(dataFolder, 'messages.db'),
});
