import { Logger, Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { minuteMs } from '@roadbook/decider';
import { Decisions } from '@roadbook/decisions';
import { EventStore } from '@roadbook/event-store';
import { ActorIds } from '@roadbook/http';
import { Messaging, Taking } from '@roadbook/messaging';
import { Asking } from '@roadbook/messaging/asking';
import { Relay } from '@roadbook/messaging/relay';
import { busIsTrusted, Clock, Ids, keptKey } from '@roadbook/process';
import type { Configuration } from '@roadbook/process';
import { Checkpoints, ReadModel } from '@roadbook/read-model';
import { once, running, stores } from '@roadbook/service';
import type { Service, Works } from '@roadbook/service';
import { controllers } from './api/index.js';
import { releaseApi } from './api/openapi.js';
import { Deciding } from './commands/deciding.js';
import { commandHandlers, DecideReleaseHandler } from './commands/handlers.js';
import { Notifying } from './commands/notifying.js';
import { WithdrawUnclaimed } from './commands/pipeline-change-found.js';
import { PromotionProcess } from './commands/promotion-process.js';
import { AskedAnswers } from './commands/asked-answers.js';
import { AskedKnownIssues } from './commands/asked-known-issues.js';
import { Questions } from './commands/questions.js';
import { EnvironmentAnswersSource } from './domain/environment-answers/source.js';
import { KnownIssuesSource } from './domain/known-issues/source.js';
import { RollbackProcess } from './commands/rollback-process.js';
import { Settled } from './commands/settled.js';
import { Happenings } from './inbox/happenings.js';
import { Inbox } from './inbox/inbox.js';
import { ReportsTaken } from './inbox/reports-taken.js';
import { Outbox } from './outbox/outbox.js';
import { projections, service as name } from './projections/index.js';
import { queryHandlers } from './queries/index.js';
import { ActOnDeadline } from './reactions/act-on-deadline.js';
import { Deadlines } from '@roadbook/following';
import { Notifier } from './reactions/notifications/notifier.js';
import { DueDeadlines } from './reactions/due-deadlines.js';
import { Reactions } from './reactions/reactions.js';
import { Reactor } from './reactions/reactor.js';

/** The release service. Its data folder has to exist. */
@Module({ controllers })
export class ReleaseModule {
  static on(configuration: Configuration): DynamicModule {
    return {
      module: ReleaseModule,
      providers: [
        ...stores(name, configuration.dataFolder, projections),
        ...decisions(configuration),
        ...background,
        inbox(configuration),
        running(name, works),
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
  firstLook: { path: '/v1/projects', token: '--role cio --project shop' },
  module: (configuration) => ReleaseModule.on(configuration),
  projections,
};

const logger = new Logger('Release');

const decisions = (configuration: Configuration): Provider[] => [
  {
    provide: Asking,
    inject: [Messaging],
    useFactory: (messaging: Messaging) => new Asking(messaging, logger),
  },
  {
    provide: Questions,
    inject: [Asking, Clock, Ids],
    useFactory: (asking: Asking, clock: Clock, ids: Ids) => new Questions(asking, clock, ids),
  },
  {
    provide: EnvironmentAnswersSource,
    inject: [Questions],
    useFactory: (questions: Questions) => new AskedAnswers(questions),
  },
  {
    provide: KnownIssuesSource,
    inject: [Questions],
    useFactory: (questions: Questions) => new AskedKnownIssues(questions),
  },
  {
    provide: Deciding,
    inject: [Decisions, EnvironmentAnswersSource, KnownIssuesSource],
    useFactory: (
      decisions: Decisions,
      answers: EnvironmentAnswersSource,
      knowledge: KnownIssuesSource,
    ) =>
      new Deciding(decisions, answers, knowledge, {
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
    provide: Notifying,
    inject: [Decisions, Clock],
    useFactory: (decisions: Decisions, clock: Clock) => new Notifying(decisions, clock),
  },
  {
    provide: Notifier,
    inject: [EventStore, Checkpoints, Notifying],
    useFactory: (store: EventStore, checkpoints: Checkpoints, notifying: Notifying) =>
      new Notifier(store, checkpoints, notifying, logger),
  },
  {
    provide: Relay,
    inject: [EventStore, Checkpoints, Messaging],
    useFactory: (store: EventStore, checkpoints: Checkpoints, messaging: Messaging) => {
      const outbox = new Outbox(store);
      const options = { store, checkpoints, messaging, logger };
      return new Relay((event) => outbox.messagesOf(event), options);
    },
  },
  {
    provide: Settled,
    inject: [EventStore, Checkpoints, Deciding, RollbackProcess, Clock],
    useFactory: (
      store: EventStore,
      checkpoints: Checkpoints,
      ...[decides, rollback, clock]: [Deciding, RollbackProcess, Clock]
    ) => {
      const reactions = new Reactions(decides, rollback, clock);
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
      const acts = new ActOnDeadline(decides, promotion, rollback, clock);
      const dueDates = new DueDeadlines(store, readModel);
      return new Deadlines(dueDates, clock, (deadline) => acts.act(deadline), logger);
    },
  },
];

const inbox = ({ trustBus, dataFolder, actorKey }: Configuration): Provider => ({
  provide: Taking,
  inject: [Messaging, Deciding, DecideReleaseHandler, Notifying, Clock],
  useFactory: (
    messaging: Messaging,
    deciding: Deciding,
    decides: DecideReleaseHandler,
    ...[notifying, clock]: [Notifying, Clock]
  ) => {
    const ids = new ActorIds(keptKey('actorKey', { dataFolder, actorKey }));
    const bus = { trusted: trustBus, actorOf: (source: string) => ids.of('bus', source) };
    const happenings = new Happenings(new WithdrawUnclaimed(deciding, clock), notifying);
    const takes = new Inbox(new ReportsTaken(decides, deciding), happenings, bus, clock);
    return new Taking(messaging, takes, trustBus ? busIsTrusted : undefined);
  },
});

/** Stopped in the reverse order: first nothing comes in any more; what is stored by then is still published. */
const works: Works = {
  beside: {
    questions: Asking,
    relay: once(Relay),
    notifications: once(Notifier),
    reactions: once(Settled),
    inbox: Taking,
  },
  onRows: { deadlines: once(Deadlines) },
};
