import { Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import type { Configuration } from '@roadbook/process';
import { ProcessModule } from './process.module.js';
import type { Services } from './service.js';

/** Some services in one process: one, or all of them. */
@Module({})
export class ServicesModule {
  /** @param parts in place of what the process has by itself, such as a clock to turn */
  static of(
    services: Services,
    configuration: Configuration,
    parts: readonly Provider[] = [],
  ): DynamicModule {
    return {
      module: ServicesModule,
      imports: [
        ProcessModule.on(configuration, parts),
        ...services.map(({ module }) => module(configuration)),
      ],
    };
  }
}
