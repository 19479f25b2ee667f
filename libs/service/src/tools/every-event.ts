import type { EventStore, StoredEvent } from '@roadbook/event-store';

/** All events of a store in their order, page by page. */
export async function* everyEvent(store: EventStore): AsyncGenerator<StoredEvent> {
  let page = await store.readAll();
  yield* page.events;
  while (!page.atEnd) {
    page = await store.readAll({ after: page.position });
    yield* page.events;
  }
}
