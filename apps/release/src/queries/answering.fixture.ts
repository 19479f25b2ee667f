import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import type { Query } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { Decisions } from '@roadbook/decisions';
import { EventStore } from '@roadbook/event-store';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { Clock, Ids, RandomIds } from '@roadbook/process';
import { EventSearch } from '@roadbook/questions';
import { ReadModel } from '@roadbook/read-model';
import { EmbeddedReadModel } from '@roadbook/read-model/embedded';
import { DescribedEnvironments } from '../domain/environment-answers/source.fixture.js';
import { EnvironmentAnswersSource } from '../domain/environment-answers/source.js';
import { projections } from '../projections/index.js';
import type { Story } from '../projections/story.fixture.js';
import { tellTo } from '../projections/story.fixture.js';
import { queryHandlers } from './index.js';

/** A clock that shows whatever a spec sets it to. */
class SetClock extends Clock {
  constructor(public time: string) {
    super();
  }

  override now(): string {
    return this.time;
  }
}

/** The read side over the events of a story, asked through the bus as the API asks it. */
export class Answering {
  private constructor(
    readonly store: InMemoryEventStore,
    readonly readModel: EmbeddedReadModel,
    readonly clock: SetClock,
    readonly environments: DescribedEnvironments,
    private readonly bus: QueryBus,
    readonly search: EventSearch,
    private readonly close: () => Promise<void>,
  ) {}

  /** It is the time at which the story stopped. */
  static async about(
    story: Pick<Story, 'log' | 'now'> & Partial<Pick<Story, 'answers'>>,
  ): Promise<Answering> {
    const folder = mkdtempSync(join(tmpdir(), 'roadbook-answering-'));
    const store = new InMemoryEventStore();
    await tellTo(store, story.log);
    const readModel = new EmbeddedReadModel({ folder, events: store, projections });
    const clock = new SetClock(story.now);
    const environments = new DescribedEnvironments(story.answers);
    const module = await Test.createTestingModule({
      imports: [CqrsModule.forRoot()],
      providers: [
        ...queryHandlers,
        { provide: EventStore, useValue: store },
        { provide: ReadModel, useValue: readModel },
        { provide: Decisions, useValue: new Decisions(store) },
        { provide: Clock, useValue: clock },
        { provide: Ids, useClass: RandomIds },
        {
          provide: EnvironmentAnswersSource,
          useValue: environments,
        },
      ],
    }).compile();
    await module.init();
    await readModel.start();
    const [bus, search] = [module.get(QueryBus), module.get(EventSearch)];
    return new Answering(store, readModel, clock, environments, bus, search, async () => {
      await readModel.stop();
      await module.close();
      rmSync(folder, { recursive: true, force: true });
    });
  }

  ask<Result>(query: Query<Result>): Promise<Result> {
    return this.bus.execute(query);
  }

  stop(): Promise<void> {
    return this.close();
  }
}
