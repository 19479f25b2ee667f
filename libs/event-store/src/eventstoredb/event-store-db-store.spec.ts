import { randomUUID } from 'node:crypto';
import { eventStoreContract } from '../contract/index.js';
import type { StoreUnderTest } from '../contract/index.js';
import { EventStoreDbDouble } from '../eventstoredb-double/index.js';
import type { Version } from '../eventstoredb-double/index.js';
import { EventStoreDbStore } from './event-store-db-store.js';
import { realServer } from './server.fixture.js';

const logger = { error: () => undefined, warn: () => undefined };
/** Everything goes over the wire, on a machine that may have more to do; no test of the contract is about time. */
const patience = { callMs: 30_000, patienceMs: 30_000 };

/** A service that nobody had before on that server, and so an empty store. */
async function storeOn(url: string, stop: () => void): Promise<StoreUnderTest> {
  const options = { url, service: `test-${randomUUID()}`, development: true, logger, ...patience };
  let store = await EventStoreDbStore.open(options);
  return {
    store,
    reopen: async () => {
      await store.close();
      return (store = await EventStoreDbStore.open(options));
    },
    dispose: async () => {
      await store.close();
      stop();
    },
  };
}

describe.each<Version>(['22.10', '25.1'])('on the double of %s', (version) => {
  eventStoreContract('EventStoreDbStore', async () => {
    const double = await EventStoreDbDouble.started({ version });
    return storeOn(double.url, () => {
      double.stop();
    });
  });
});

const server = await realServer();
if (server) {
  describe('on a real server', () => {
    afterAll(() => server.stop());
    eventStoreContract('EventStoreDbStore', () => storeOn(server.url, () => undefined));
  });
}
