import { Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { Decisions } from '@roadbook/decisions';
import { EventStreams } from '@roadbook/http';
import type { Configuration } from '@roadbook/process';
import { running, stores } from '@roadbook/service';
import type { Service } from '@roadbook/service';
import { controllers } from './api/index.js';
import { knowledgeBaseApi } from './api/openapi.js';
import { Deciding } from './commands/deciding.js';
import { commandHandlers } from './commands/handlers.js';
import { projections } from './projections/index.js';
import { queryHandlers } from './queries/index.js';

const name = 'knowledge-base';

/** The knowledge base on the embedded default. Its data folder has to exist. */
@Module({ controllers })
export class KnowledgeBaseModule {
  static on(configuration: Configuration): DynamicModule {
    return {
      module: KnowledgeBaseModule,
      providers: [
        ...stores(name, configuration.dataFolder, projections),
        ...deciding,
        EventStreams,
        running(name, {}),
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
  module: (configuration) => KnowledgeBaseModule.on(configuration),
  projections,
};

const deciding: Provider[] = [
  {
    provide: Deciding,
    inject: [Decisions],
    useFactory: (decisions: Decisions) => new Deciding(decisions),
  },
];
