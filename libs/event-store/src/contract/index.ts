import type { EventStore } from '../event-store.js';
import { appending } from './appending.js';
import { following } from './following.js';
import { limiting } from './limiting.js';
import { reading } from './reading.js';
import { repeating } from './repeating.js';
import { sealing } from './sealing.js';

/** An empty store of the adapter under test. */
export interface StoreUnderTest {
  readonly store: EventStore;
  /** Closes the store and opens it again on the same events; a store that is nowhere but in memory gives itself. */
  reopen(): Promise<EventStore>;
  dispose(): Promise<void>;
}

/** What every adapter promises, as tests. Call it once in the adapter's spec file. */
export function eventStoreContract(name: string, makeStore: () => Promise<StoreUnderTest>): void {
  describe(`${name}, as an event store`, () => {
    let underTest: StoreUnderTest;
    let store: EventStore;
    beforeEach(async () => {
      underTest = await makeStore();
      ({ store } = underTest);
    });
    afterEach(() => underTest.dispose());

    appending(() => store);
    limiting(() => store);
    repeating(
      () => store,
      () => underTest.reopen(),
    );
    reading(() => store);
    following(() => store);
    sealing(() => store);
  });
}
