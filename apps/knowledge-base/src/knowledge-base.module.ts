import { Logger, Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Decisions } from '@roadbook/decisions';
import { EventStore } from '@roadbook/event-store';
import { Messaging, Taking } from '@roadbook/messaging';
import { Relay } from '@roadbook/messaging/relay';
import { Clock } from '@roadbook/process';
import type { Configuration } from '@roadbook/process';
import { Checkpoints } from '@roadbook/read-model';
import { once, running, stores } from '@roadbook/service';
import type { Service } from '@roadbook/service';
import { controllers } from './api/index.js';
import { knowledgeBaseApi } from './api/openapi.js';
import { Deciding } from './commands/deciding.js';
import { commandHandlers } from './commands/handlers.js';
import { Answers } from './inbox/answers.js';
import type { ForNotes } from './inbox/answers.js';
import { Inbox } from './inbox/inbox.js';
import { tellEntry, toldTypes } from './outbox/entry-recorded.js';
import { projections, service as name } from './projections/index.js';
import { queryHandlers } from './queries/index.js';
import { GetKnownIssues } from './queries/known-issues/get-known-issues.js';

/** The knowledge base. Its data folder has to exist. */
@Module({ controllers })
export class KnowledgeBaseModule {
  static on(configuration: Configuration): DynamicModule {
    return {
      module: KnowledgeBaseModule,
      providers: [
        ...stores(name, configuration.dataFolder, projections),
        ...deciding,
        ...background,
        ...commandHandlers,
        ...queryHandlers,
      ],
    };
  }
}

/** The knowledge base, for whoever starts it. */
export const knowledgeBaseService: Service = {
  name,
  api: knowledgeBaseApi,
  firstLook: { path: '/v1/knowledge-events', token: '--role auditor' },
  module: (configuration) => KnowledgeBaseModule.on(configuration),
  projections,
};

const logger = new Logger('Knowledge base');

const deciding: Provider[] = [
  {
    provide: Deciding,
    inject: [Decisions],
    useFactory: (decisions: Decisions) => new Deciding(decisions),
  },
];

const inbox = Symbol('inbox');
const answers = Symbol('answers');

const background: Provider[] = [
  {
    provide: inbox,
    inject: [Messaging, Clock, Deciding],
    useFactory: (messaging: Messaging, clock: Clock, decides: Deciding) =>
      new Taking(messaging, new Inbox(clock, decides)),
  },
  {
    provide: answers,
    inject: [Messaging, Clock, QueryBus],
    useFactory: (messaging: Messaging, clock: Clock, queries: QueryBus) =>
      new Taking(messaging, new Answers(messaging, clock, forNotes(queries))),
  },
  {
    provide: Relay,
    inject: [EventStore, Checkpoints, Messaging],
    useFactory: (store: EventStore, checkpoints: Checkpoints, messaging: Messaging) =>
      new Relay(tellEntry, { store, checkpoints, messaging, logger, types: toldTypes }),
  },
  running(name, { beside: { inbox, relay: once(Relay) }, onRows: { answers } }),
];

const forNotes =
  (queries: QueryBus): ForNotes =>
  (project, version) =>
    queries.execute(new GetKnownIssues(project, version));
