import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { pageEventsMax } from '@roadbook/event-store';
import type { EventStore, StoredEvent } from '@roadbook/event-store';

/** The events of a stream in order, read page by page as they are asked for. */
export async function* eventsOf(store: EventStore, stream: string): AsyncGenerator<StoredEvent> {
  for (let from = 0; ; from += pageEventsMax) {
    const page = await store.readStream(stream, { from, limit: pageEventsMax });
    yield* page;
    if (page.length < pageEventsMax) return;
    // Between the pages of a long stream, others have their turn.
    await turnOfTheLoop();
  }
}

/** A stream as it stood: everything that had happened, folded. */
export async function replay<State>(
  events: AsyncIterable<StoredEvent>,
  hadHappened: (event: StoredEvent) => boolean,
  initial: State,
  evolve: (state: State, event: StoredEvent) => State,
): Promise<{ state: State; last?: StoredEvent }> {
  let state = initial;
  let last: StoredEvent | undefined;
  for await (const event of events) {
    if (!hadHappened(event)) break;
    state = evolve(state, event);
    last = event;
  }
  return { state, last };
}
