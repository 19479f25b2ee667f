import { Logger, Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { Decisions } from '@roadbook/decisions';
import { EventStore } from '@roadbook/event-store';
import { Messaging, Taking } from '@roadbook/messaging';
import { Relay } from '@roadbook/messaging/relay';
import { Deadlines } from '@roadbook/following';
import { SecretDigests } from '@roadbook/http';
import { Clock, keptKey } from '@roadbook/process';
import type { Configuration } from '@roadbook/process';
import { Checkpoints, ReadModel } from '@roadbook/read-model';
import { once, running, stores } from '@roadbook/service';
import type { Service } from '@roadbook/service';
import { controllers } from './api/index.js';
import { environmentApi } from './api/openapi.js';
import { Answering } from './commands/answering.js';
import { Deciding } from './commands/deciding.js';
import { commandHandlers } from './commands/handlers.js';
import { Opening } from './commands/opening.js';
import { Answers } from './inbox/answers.js';
import { Inbox } from './inbox/inbox.js';
import { Outbox } from './outbox/outbox.js';
import { projections, service as name } from './projections/index.js';
import { queryHandlers } from './queries/index.js';
import { FoundChanges } from './reactions/found-changes.js';
import { lapse } from './reactions/lapsing.js';
import { WindowEnds } from './reactions/window-ends.js';

/** The environment service. Its data folder has to exist. */
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
  firstLook: { path: '/v1/environment-events', token: '--role auditor' },
  module: (configuration) => EnvironmentModule.on(configuration),
  projections,
  keys: ['settingsKey'],
};

const logger = new Logger('Environment');

const deciding: Provider = {
  provide: Deciding,
  inject: [Decisions],
  useFactory: (decisions: Decisions) => new Deciding(decisions),
};

/** Secrets become digests at the edge; the key must stay the same for as long as the events do. */
const digests = (configuration: Configuration): Provider => ({
  provide: SecretDigests,
  useFactory: () => new SecretDigests(keptKey('settingsKey', configuration)),
});

const inbox = Symbol('inbox');
const answers = Symbol('answers');

const background: Provider[] = [
  {
    provide: FoundChanges,
    inject: [Deciding, EventStore, Checkpoints],
    useFactory: (decides: Deciding, store: EventStore, checkpoints: Checkpoints) =>
      new FoundChanges(decides, { store, checkpoints, logger }),
  },
  {
    provide: Relay,
    inject: [EventStore, Checkpoints, Messaging],
    useFactory: (store: EventStore, checkpoints: Checkpoints, messaging: Messaging) => {
      const outbox = new Outbox(store);
      const publishing = { store, checkpoints, messaging, logger };
      return new Relay((event) => outbox.messagesOf(event), publishing);
    },
  },
  {
    provide: inbox,
    inject: [Messaging, Clock, Deciding],
    useFactory: (messaging: Messaging, clock: Clock, decides: Deciding) =>
      new Taking(messaging, new Inbox(clock, new Opening(decides))),
  },
  {
    provide: answers,
    inject: [Messaging, Clock, Deciding, Decisions, EventStore],
    useFactory: (
      messaging: Messaging,
      clock: Clock,
      ...[decides, decisions, store]: [Deciding, Decisions, EventStore]
    ) => {
      const answering = new Answering(decides, decisions, store);
      return new Taking(messaging, new Answers(messaging, clock, answering));
    },
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
  running(name, {
    beside: { reactions: once(FoundChanges), relay: once(Relay), inbox, answers },
    onRows: { deadlines: once(Deadlines) },
  }),
];
