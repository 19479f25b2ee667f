import { eventStoreContract } from '../contract/index.js';
import { InMemoryEventStore } from './in-memory-event-store.js';

eventStoreContract('InMemoryEventStore', () => {
  const store = new InMemoryEventStore();
  return Promise.resolve({
    store,
    reopen: () => Promise.resolve(store),
    dispose: () => Promise.resolve(),
  });
});
