import { Logger, Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { minuteMs } from '@roadbook/decider';
import { Decisions } from '@roadbook/decisions';
import { EventStore } from '@roadbook/event-store';
import { Messaging } from '@roadbook/messaging';
import { Asking } from '@roadbook/messaging/asking';
import { Clock, Ids } from '@roadbook/process';
import type { Configuration } from '@roadbook/process';
import { Checkpoints, ReadModel } from '@roadbook/read-model';
import { running, stores } from '@roadbook/service';
import type { Service } from '@roadbook/service';
import { controllers } from './api/index.js';
import { releaseApi } from './api/openapi.js';
import { Deciding } from './commands/deciding.js';
import { commandHandlers } from './commands/handlers.js';
import { PromotionProcess } from './commands/promotion-process.js';
import { AskedAnswers } from './commands/asked-answers.js';
import { EnvironmentAnswersSource } from './domain/environment-answers/source.js';
import { RollbackProcess } from './commands/rollback-process.js';
import { Settled } from './commands/settled.js';
import { projections } from './projections/index.js';
import { queryHandlers } from './queries/index.js';
import { ActOnDeadline } from './reactions/act-on-deadline.js';
import { Deadlines } from '@roadbook/following';
import { ProjectedDueDates } from './reactions/projected-due-dates.js';
import { Reactions } from './reactions/reactions.js';
import { Reactor } from './reactions/reactor.js';

const name = 'release';

/** The release service on the embedded default. Its data folder has to exist. */
@Module({ controllers })
export class ReleaseModule {
  static on(configuration: Configuration): DynamicModule {
    return {
      module: ReleaseModule,
      providers: [
        ...stores(name, configuration.dataFolder, projections),
        ...deciding(configuration),
        ...background,
        ...commandHandlers,
        ...queryHandlers,
      ],
    };
  }
}

/** The release service, for whoever starts it. */
export const releaseService: Service = {
  name,
  api: releaseApi,
  module: (configuration) => ReleaseModule.on(configuration),
  projections,
};

const logger = new Logger('Roadbook');

const deciding = (configuration: Configuration): Provider[] => [
  {
    provide: Asking,
    inject: [Messaging],
    useFactory: (messaging: Messaging) => new Asking(messaging),
  },
  {
    provide: EnvironmentAnswersSource,
    inject: [Asking, Clock, Ids],
    useFactory: (asking: Asking, clock: Clock, ids: Ids) => new AskedAnswers(asking, clock, ids),
  },
  {
    provide: Deciding,
    inject: [Decisions, EnvironmentAnswersSource],
    useFactory: (decisions: Decisions, answers: EnvironmentAnswersSource) =>
      new Deciding(decisions, answers, {
        deploymentMs: configuration.deploymentDeadlineMinutes * minuteMs,
        verificationMs: configuration.verificationDeadlineMinutes * minuteMs,
      }),
  },
  {
    provide: PromotionProcess,
    inject: [Deciding, Settled],
    useFactory: (decides: Deciding, settled: Settled) => new PromotionProcess(decides, settled),
  },
  {
    provide: RollbackProcess,
    inject: [Deciding, Settled],
    useFactory: (decides: Deciding, settled: Settled) => new RollbackProcess(decides, settled),
  },
];

/** What a reaction starts waits for no other reaction: they come one after the other anyway. */
const nothingToWaitFor: Settled = { settled: () => Promise.resolve() };

const background: Provider[] = [
  {
    provide: Settled,
    inject: [EventStore, Checkpoints, Deciding, Clock],
    useFactory: (store: EventStore, checkpoints: Checkpoints, decides: Deciding, clock: Clock) => {
      const rollback = new RollbackProcess(decides, nothingToWaitFor);
      const reactions = new Reactions(decides, rollback, () => clock.now());
      return new Reactor(store, checkpoints, reactions, logger);
    },
  },
  {
    provide: Deadlines,
    inject: [EventStore, ReadModel, Clock, Deciding, PromotionProcess, RollbackProcess],
    useFactory: (
      store: EventStore,
      readModel: ReadModel,
      clock: Clock,
      ...[decides, promotion, rollback]: [Deciding, PromotionProcess, RollbackProcess]
    ) => {
      const acts = new ActOnDeadline(decides, promotion, rollback, () => clock.now());
      const dueDates = new ProjectedDueDates(store, readModel);
      return new Deadlines(dueDates, clock, (deadline) => acts.act(deadline), logger);
    },
  },
  running(name, {
    beside: { questions: Asking, reactions: Settled },
    onRows: { deadlines: Deadlines },
  }),
];
