import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import type { Query } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { EventStore } from '@roadbook/event-store';
import { ReadModel } from '@roadbook/read-model';
import { EmbeddedReadModel } from '@roadbook/read-model/embedded';
import { KnowledgeBase } from '../commands/knowledge-base.fixture.js';
import { projections } from '../projections/index.js';
import { EntryFeed } from './feed/entry-feed.js';
import { queryHandlers } from './index.js';

/** The read side beside a knowledge base, asked through the bus as the API asks it. */
export class Answering {
  private constructor(
    readonly knowledgeBase: KnowledgeBase,
    readonly feed: EntryFeed,
    private readonly bus: QueryBus,
    private readonly close: () => Promise<void>,
  ) {}

  static async start(): Promise<Answering> {
    const folder = mkdtempSync(join(tmpdir(), 'roadbook-knowledge-'));
    const knowledgeBase = await KnowledgeBase.ofShop();
    const events = knowledgeBase.store;
    const readModel = new EmbeddedReadModel({ folder, events, projections });
    const module = await Test.createTestingModule({
      imports: [CqrsModule.forRoot()],
      providers: [
        ...queryHandlers,
        { provide: EventStore, useValue: events },
        { provide: ReadModel, useValue: readModel },
      ],
    }).compile();
    await module.init();
    await readModel.start();
    return new Answering(knowledgeBase, module.get(EntryFeed), module.get(QueryBus), async () => {
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
