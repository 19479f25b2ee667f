import { Logger, Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { topics } from '@roadbook/contracts';
import { DoorsModule } from '@roadbook/doors';
import {
  EventStreams,
  HealthController,
  IdempotencyStore,
  openTokenVerifier,
  TokenVerifier,
} from '@roadbook/http';
import { EmbeddedIdempotencyStore } from '@roadbook/http/embedded';
import { Messaging } from '@roadbook/messaging';
import { SqliteMessaging } from '@roadbook/messaging/embedded';
import { Clock, Health, Ids, RandomIds, SystemClock } from '@roadbook/process';
import type { Configuration } from '@roadbook/process';
import { sharedFilesIn } from './files.js';
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
        ...[IdempotencyStore, Messaging, EventStreams],
      ],
    };
  }
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
    provide: IdempotencyStore,
    inject: [Clock],
    useFactory: (clock: Clock) =>
      new EmbeddedIdempotencyStore({
        path: sharedFilesIn(configuration.dataFolder).answers,
        clock,
        onLost: (error) => {
          logger.error('first answers could not be kept', error);
        },
      }),
  },
  {
    provide: Messaging,
    inject: [Clock],
    useFactory: (clock: Clock) =>
      SqliteMessaging.open(sharedFilesIn(configuration.dataFolder).messages, {
        topics,
        clock,
        logger,
      }),
  },
  MessagingInUse,
];
