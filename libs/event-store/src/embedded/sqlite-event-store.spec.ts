import { eventStoreContract } from '../contract/index.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { temporaryFolder } from './temporary-folder.fixture.js';

eventStoreContract('SqliteEventStore', () => {
  const folder = temporaryFolder();
  const path = folder.file('events.db');
  let store = SqliteEventStore.open(path);
  return Promise.resolve({
    store,
    reopen: async () => {
      await store.close();
      return (store = SqliteEventStore.open(path));
    },
    dispose: async () => {
      await store.close();
      folder.remove();
    },
  });
});
