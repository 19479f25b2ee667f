import { Logger, Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { Decisions } from '@roadbook/decisions';
import { EventStore } from '@roadbook/event-store';
import { Deadlines } from '@roadbook/following';
import { SecretDigests, settingsKeyIn } from '@roadbook/http';
import { Clock } from '@roadbook/process';
import type { Configuration } from '@roadbook/process';
import { Checkpoints, ReadModel } from '@roadbook/read-model';
import { running, stores } from '@roadbook/service';
import type { Service } from '@roadbook/service';
import { controllers } from './api/index.js';
import { environmentApi } from './api/openapi.js';
import { Deciding } from './commands/deciding.js';
import { commandHandlers } from './commands/handlers.js';
import { projections } from './projections/index.js';
import { queryHandlers } from './queries/index.js';
import { FoundChanges } from './reactions/found-changes.js';
import { lapse } from './reactions/lapsing.js';
import { WindowEnds } from './reactions/window-ends.js';

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
        digests(configuration),
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

/** Secrets become digests at the edge; the key must stay the same for as long as the events do. */
const digests = ({ settingsKey, dataFolder }: Configuration): Provider => ({
  provide: SecretDigests,
  useFactory: () => new SecretDigests(settingsKey ?? settingsKeyIn(dataFolder)),
});

const background: Provider[] = [
  {
    provide: FoundChanges,
    inject: [Deciding, EventStore, Checkpoints],
    useFactory: (decides: Deciding, store: EventStore, checkpoints: Checkpoints) =>
      new FoundChanges(decides, { store, checkpoints, logger }),
  },
  {
    provide: Deadlines,
    inject: [EventStore, ReadModel, Clock, Deciding],
    useFactory: (store: EventStore, readModel: ReadModel, clock: Clock, decides: Deciding) =>
      new Deadlines(
        new WindowEnds(store, readModel),
        clock,
        (end) => lapse(decides, end, clock.now()),
        logger,
      ),
  },
  running(name, { beside: { reactions: FoundChanges }, onRows: { deadlines: Deadlines } }),
];
