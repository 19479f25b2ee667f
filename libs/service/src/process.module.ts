import { Logger, Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DoorsModule } from '@roadbook/doors';
import {
  EventStreams,
  HealthController,
  IdempotencyStore,
  openTokenVerifier,
  TokenVerifier,
} from '@roadbook/http';
import { Messaging } from '@roadbook/messaging';
import { Clock, Health, Ids, RandomIds, SystemClock } from '@roadbook/process';
import type { Configuration } from '@roadbook/process';
import { ConfiguredServers } from './servers/index.js';
import { EmbeddedEngines } from './embedded/index.js';
import { Engines } from './engines.js';
import { MessagingInUse } from './messaging-in-use.js';
import { ReplicatedEngines } from './replicated-engines.js';

const logger = new Logger('Roadbook');

/** What a process has once, however many services run in it. */
@Module({})
export class ProcessModule {
  /** @param parts in place of those that are here, such as a clock to turn */
  static on(configuration: Configuration, parts: readonly Provider[] = []): DynamicModule {
    return {
      module: ProcessModule,
      global: true,
      imports: [CqrsModule.forRoot(), DoorsModule.on(configuration)],
      controllers: [HealthController],
      providers: [...ports(configuration), ...parts],
      exports: [
        ...[CqrsModule, Health, Clock, Ids, TokenVerifier],
        ...[IdempotencyStore, Messaging, EventStreams, Engines],
      ],
    };
  }
}

/** The one place where it is chosen what keeps and carries things. */
function enginesOf(configuration: Configuration, clock: Clock, ids: Ids): Engines {
  const { engines, dataFolder } = configuration;
  if (engines.mode === 'embedded') return new EmbeddedEngines({ dataFolder, clock, logger });
  const given = { settings: engines, configuration, rowsIn: dataFolder };
  const servers = new ConfiguredServers({ ...given, clock, logger });
  return new ReplicatedEngines({ servers, clock, ids, logger });
}

const ports = (configuration: Configuration): Provider[] => [
  Health,
  { provide: Clock, useClass: SystemClock },
  { provide: Ids, useClass: RandomIds },
  { provide: EventStreams, useFactory: () => new EventStreams() },
  {
    provide: TokenVerifier,
    inject: [Clock],
    useFactory: (clock: Clock) => openTokenVerifier(configuration, clock),
  },
  {
    provide: Engines,
    inject: [Clock, Ids],
    useFactory: (clock: Clock, ids: Ids) => enginesOf(configuration, clock, ids),
  },
  {
    provide: IdempotencyStore,
    inject: [Engines],
    useFactory: (engines: Engines) => engines.answers(),
  },
  {
    provide: Messaging,
    inject: [Engines],
    useFactory: (engines: Engines) => engines.messaging(),
  },
  MessagingInUse,
];
