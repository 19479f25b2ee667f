import { Logger, Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { Decisions } from '@roadbook/decisions';
import { EventStore } from '@roadbook/event-store';
import type { Configuration } from '@roadbook/process';
import { Checkpoints } from '@roadbook/read-model';
import { running, stores } from '@roadbook/service';
import type { Service } from '@roadbook/service';
import { controllers } from './api/index.js';
import { environmentApi } from './api/openapi.js';
import { Deciding } from './commands/deciding.js';
import { commandHandlers } from './commands/handlers.js';
import { projections } from './projections/index.js';
import { queryHandlers } from './queries/index.js';
import { FoundChanges } from './reactions/found-changes.js';

const name = 'environment';

/** The environment service on the embedded default. Its data folder has to exist. */
@Module({ controllers })
export class EnvironmentModule {
  static on(configuration: Configuration): DynamicModule {
    return {
      module: EnvironmentModule,
      providers: [
        ...stores(name, configuration.dataFolder, projections),
        deciding,
        ...background,
        ...commandHandlers,
        ...queryHandlers,
      ],
    };
  }
}

/** The environment service, for whoever starts it. */
export const environmentService: Service = {
  name,
  api: environmentApi,
  module: (configuration) => EnvironmentModule.on(configuration),
  projections,
};

const logger = new Logger('Roadbook');

const deciding: Provider = {
  provide: Deciding,
  inject: [Decisions],
  useFactory: (decisions: Decisions) => new Deciding(decisions),
};

const background: Provider[] = [
  {
    provide: FoundChanges,
    inject: [Deciding, EventStore, Checkpoints],
    useFactory: (decides: Deciding, store: EventStore, checkpoints: Checkpoints) =>
      new FoundChanges(decides, { store, checkpoints, logger }),
  },
  running(name, { beside: { reactions: FoundChanges } }),
];
