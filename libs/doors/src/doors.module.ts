import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { keptKey } from '@roadbook/process';
import type { Configuration } from '@roadbook/process';
import { DeadLettersController } from './letters/dead-letters.controller.js';
import { Listing } from './letters/listing.js';
import { PublishingController } from './publishing/publishing.controller.js';
import { Publishing } from './publishing/publishing.js';
import { Marks } from './reading/marks.js';
import { SharedListening } from './reading/shared-listening.js';
import { ReadingController } from './reading/reading.controller.js';
import { Reading } from './reading/reading.js';

/** The doors for other teams, which a process has once, whichever services run in it: they need messaging, and no service. */
@Module({ controllers: [PublishingController, ReadingController, DeadLettersController] })
export class DoorsModule {
  static on(
    settings: Pick<Configuration, 'dataFolder'> & Partial<Pick<Configuration, 'marksKey'>>,
  ): DynamicModule {
    return {
      module: DoorsModule,
      providers: [
        Publishing,
        SharedListening,
        Reading,
        Listing,
        { provide: Marks, useFactory: () => new Marks(keptKey('marksKey', settings)) },
      ],
    };
  }
}

/** The topic of these routes, as OpenAPI documents introduce it. */
export const messagesTag = {
  name: 'messages',
  description: 'What other teams report and read, whichever service they ask',
};
