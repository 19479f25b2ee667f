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
import { Clock, ConfigurationError, Health, Ids, RandomIds, SystemClock } from '@roadbook/process';
import type { Configuration } from '@roadbook/process';
import { EmbeddedEngines } from './embedded/index.js';
import { Engines } from './engines.js';
import { MessagingInUse } from './messaging-in-use.js';

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
function enginesOf({ engines, dataFolder }: Configuration, clock: Clock): Engines {
  if (engines.mode === 'embedded') return new EmbeddedEngines({ dataFolder, clock, logger });
  throw new ConfigurationError([
    'EVENTSTOREDB_URL and KAFKA_BROKERS: this version cannot reach these servers yet; unset both, and everything is kept in the data folder',
  ]);
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
    inject: [Clock],
    useFactory: (clock: Clock) => enginesOf(configuration, clock),
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
