import { mkdirSync } from 'node:fs';
import type { Provider } from '@nestjs/common';
import { Decisions } from '@roadbook/decisions';
import { EventStore } from '@roadbook/event-store';
import { SqliteEventStore } from '@roadbook/event-store/embedded';
import { Checkpoints, ReadModel } from '@roadbook/read-model';
import type { Projection } from '@roadbook/read-model';
import { EmbeddedCheckpoints, EmbeddedReadModel } from '@roadbook/read-model/embedded';
import { filesOf } from './files.js';

/** What a service keeps, on the embedded default: its events, its rows, and how far it came with both. */
export function stores(
  service: string,
  dataFolder: string,
  projections: readonly Projection[],
): Provider[] {
  const files = filesOf(service, dataFolder);
  return [
    { provide: EventStore, useFactory: () => openEvents(files) },
    { provide: Checkpoints, useFactory: () => new EmbeddedCheckpoints(files.checkpoints) },
    {
      provide: ReadModel,
      inject: [EventStore],
      useFactory: (events: EventStore) =>
        new EmbeddedReadModel({ folder: files.readModel, events, projections }),
    },
    {
      provide: Decisions,
      inject: [EventStore],
      useFactory: (store: EventStore) => new Decisions(store),
    },
  ];
}

function openEvents({ folder, events }: ReturnType<typeof filesOf>): EventStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return SqliteEventStore.open(events);
}
