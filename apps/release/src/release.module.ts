import { Logger, Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Decisions } from '@roadbook/decisions';
import { EventStore } from '@roadbook/event-store';
import { SqliteEventStore } from '@roadbook/event-store/embedded';
import {
  HealthController,
  IdempotencyStore,
  openTokenVerifier,
  TokenVerifier,
} from '@roadbook/http';
import { EmbeddedIdempotencyStore } from '@roadbook/http/embedded';
import { Clock, Health, Ids, RandomIds, SystemClock } from '@roadbook/process';
import type { Configuration } from '@roadbook/process';
import { Checkpoints, ReadModel } from '@roadbook/read-model';
import { EmbeddedCheckpoints, EmbeddedReadModel } from '@roadbook/read-model/embedded';
import { controllers } from './api/index.js';
import { Deciding } from './commands/deciding.js';
import { EnvironmentAnswersSource } from './commands/environment-answers-source.js';
import { commandHandlers } from './commands/handlers.js';
import { PromotionProcess } from './commands/promotion-process.js';
import { ReportedAnswers } from './commands/reported-answers.js';
import { RollbackProcess } from './commands/rollback-process.js';
import { Settled } from './commands/settled.js';
import { minuteMs } from './domain/time.js';
import { filesIn } from './files.js';
import { projections } from './projections/index.js';
import { queryHandlers } from './queries/index.js';
import { ActOnDeadline } from './reactions/act-on-deadline.js';
import { Deadlines } from './reactions/deadlines.js';
import { ProjectedDueDates } from './reactions/projected-due-dates.js';
import { Reactions } from './reactions/reactions.js';
import { Reactor } from './reactions/reactor.js';
import { Running } from './running.js';

/** The release service on the embedded default. Its data folder has to exist. */
@Module({
  imports: [CqrsModule.forRoot()],
  controllers: [HealthController, ...controllers],
})
export class ReleaseModule {
  static on(configuration: Configuration, parts: readonly Provider[] = []): DynamicModule {
    return {
      module: ReleaseModule,
      providers: [
        ...surroundings(configuration),
        ...deciding(configuration),
        ...background,
        ...commandHandlers,
        ...queryHandlers,
        ...parts,
      ],
    };
  }
}

const logger = new Logger('Roadbook');

/** Ports to the outside, and their adapters. */
const surroundings = (configuration: Configuration): Provider[] => {
  const { dataFolder } = configuration;
  const files = filesIn(dataFolder);
  return [
    Health,
    { provide: Clock, useClass: SystemClock },
    { provide: Ids, useClass: RandomIds },
    { provide: EventStore, useFactory: () => SqliteEventStore.open(files.events) },
    { provide: Checkpoints, useFactory: () => new EmbeddedCheckpoints(files.checkpoints) },
    {
      provide: ReadModel,
      inject: [EventStore],
      useFactory: (events: EventStore) =>
        new EmbeddedReadModel({ folder: files.readModel, events, projections }),
    },
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
          path: files.answers,
          clock,
          onLost: (error) => {
            logger.error('first answers could not be kept', error);
          },
        }),
    },
  ];
};

const deciding = (configuration: Configuration): Provider[] => [
  {
    provide: Decisions,
    inject: [EventStore],
    useFactory: (store: EventStore) => new Decisions(store),
  },
  {
    provide: EnvironmentAnswersSource,
    inject: [Decisions],
    useFactory: (decisions: Decisions) => new ReportedAnswers(decisions),
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
    inject: [Deciding],
    useFactory: (decides: Deciding) => new RollbackProcess(decides),
  },
];

const background: Provider[] = [
  {
    provide: Settled,
    inject: [EventStore, Checkpoints, Deciding, RollbackProcess, Clock],
    useFactory: (
      store: EventStore,
      checkpoints: Checkpoints,
      ...[decides, rollback, clock]: [Deciding, RollbackProcess, Clock]
    ) => {
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
  {
    provide: Running,
    inject: [Health, Settled, ReadModel, Deadlines, EventStore, Checkpoints],
    useFactory: (
      health: Health,
      reactor: Reactor,
      readModel: EmbeddedReadModel,
      deadlines: Deadlines<never>,
      ...files: [SqliteEventStore, EmbeddedCheckpoints]
    ) => {
      health.watch({ name: 'reactions', ask: () => reactor.trouble() });
      health.watch({ name: 'read model', ask: () => troubleOf(readModel) });
      return new Running(
        health,
        [reactor, rowsAndWhatFollowsThem(readModel, deadlines)],
        async () => {
          for (const file of files) await file.close();
        },
      );
    },
  },
];

/** Not waited for: rows that have to be built anew keep nobody from deciding. */
const rowsAndWhatFollowsThem = (readModel: EmbeddedReadModel, deadlines: Deadlines<never>) => ({
  start: () => void readModel.start().then(() => deadlines.start()),
  stop: async () => {
    await deadlines.stop();
    await readModel.stop();
  },
});

function troubleOf({ status }: ReadModel): string | undefined {
  return status.state === 'live' ? undefined : `the read model is ${status.state}`;
}
