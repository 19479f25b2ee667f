import type { Provider } from '@nestjs/common';
import { Decisions } from '@roadbook/decisions';
import { EventStore } from '@roadbook/event-store';
import { Checkpoints, ReadModel } from '@roadbook/read-model';
import type { Projection } from '@roadbook/read-model';
import { EmbeddedReadModel } from '@roadbook/read-model/embedded';
import { Engines, ServiceStores } from './engines.js';
import { filesOf } from './files.js';

/** What a service keeps: its events, its rows, and how far it came with both. Rows are always its own: each replica has them in files. */
export function stores(
  service: string,
  dataFolder: string,
  projections: readonly Projection[],
): Provider[] {
  return [
    {
      provide: ServiceStores,
      inject: [Engines],
      useFactory: (engines: Engines) => engines.storesOf(service),
    },
    {
      provide: EventStore,
      inject: [ServiceStores],
      useFactory: ({ events }: ServiceStores) => events,
    },
    {
      provide: Checkpoints,
      inject: [ServiceStores],
      useFactory: ({ checkpoints }: ServiceStores) => checkpoints,
    },
    {
      provide: ReadModel,
      inject: [EventStore],
      useFactory: (events: EventStore) =>
        new EmbeddedReadModel({
          folder: filesOf(service, dataFolder).readModel,
          events,
          projections,
        }),
    },
    {
      provide: Decisions,
      inject: [EventStore],
      useFactory: (store: EventStore) => new Decisions(store),
    },
  ];
}
