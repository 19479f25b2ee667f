import { existsSync } from 'node:fs';
import type { StoredEvent } from '@roadbook/event-store';
import { SqliteEventStore } from '@roadbook/event-store/embedded';
import { filesOf } from '../files.js';
import { everyEvent } from './every-event.js';

/** All events of a service in their order, with the service running or not; none where it has no store yet. */
export async function* storedEvents(
  service: string,
  dataFolder: string,
): AsyncGenerator<StoredEvent> {
  const { events: file } = filesOf(service, dataFolder);
  if (!existsSync(file)) return;
  const store = SqliteEventStore.openForReading(file);
  try {
    yield* everyEvent(store);
  } finally {
    await store.close();
  }
}
