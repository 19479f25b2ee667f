import { existsSync } from 'node:fs';
import type { ChecksFile, EventStore, SealsOrder, StoredEvent } from '@roadbook/event-store';
import { SqliteEventStore } from '@roadbook/event-store/embedded';
import type { Configuration } from '@roadbook/process';
import { filesOf } from '../files.js';
import { everyEvent } from './every-event.js';
import { serversOf } from './servers-of.js';

/** The events of a service, as a command reads them; it writes nothing there. */
export interface OpenedEvents {
  readonly store: EventStore & Partial<SealsOrder & ChecksFile>;
  close(): Promise<void>;
}

/** How a file of events is opened by a command. */
export type OpenFile = (path: string) => OpenedEvents['store'] & { close(): Promise<void> };

/**
 * Opens the events of a service where they are kept, with the service running or not; `undefined` where it has no file of them yet.
 * @param openFile another way where everything is read
 * @throws UnsafeStore, StoreUnavailable, CannotOpenFile
 */
export async function openEvents(
  service: string,
  configuration: Configuration,
  openFile: OpenFile = (path) => SqliteEventStore.openForReading(path),
): Promise<OpenedEvents | undefined> {
  const servers = await serversOf(configuration);
  if (servers) return servers.openStore({ holds: 'events', service });
  const { events: file } = filesOf(service, configuration.dataFolder);
  if (!existsSync(file)) return undefined;
  const store = openFile(file);
  return { store, close: () => store.close() };
}

/** All events of a service in their order, with the service running or not; none where it has none yet. */
export async function* eventsOf(
  service: string,
  configuration: Configuration,
): AsyncGenerator<StoredEvent> {
  const opened = await openEvents(service, configuration);
  if (!opened) return;
  try {
    yield* everyEvent(opened.store);
  } finally {
    await opened.close();
  }
}
