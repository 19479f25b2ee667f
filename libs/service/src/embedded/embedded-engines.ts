import { mkdirSync } from 'node:fs';
import type { LoggerService } from '@nestjs/common';
import { topics } from '@roadbook/contracts';
import { SqliteEventStore } from '@roadbook/event-store/embedded';
import type { IdempotencyStore } from '@roadbook/http';
import { EmbeddedIdempotencyStore } from '@roadbook/http/embedded';
import type { Messaging } from '@roadbook/messaging';
import { SqliteMessaging } from '@roadbook/messaging/embedded';
import type { Clock } from '@roadbook/process';
import { EmbeddedCheckpoints } from '@roadbook/read-model/embedded';
import { SoleReplica } from '@roadbook/replicas';
import { Engines } from '../engines.js';
import type { ServiceStores } from '../engines.js';
import { filesOf, sharedFilesIn } from '../files.js';

export interface EmbeddedEnginesOptions {
  /** It has to exist. */
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly logger: LoggerService;
}

/** The default: everything in files of this machine. The events of a service belong to one process. */
export class EmbeddedEngines extends Engines {
  constructor(private readonly options: EmbeddedEnginesOptions) {
    super();
  }

  override storesOf(service: string): ServiceStores {
    const files = filesOf(service, this.options.dataFolder);
    mkdirSync(files.folder, { recursive: true, mode: 0o700 });
    const events = SqliteEventStore.open(files.events);
    const checkpoints = new EmbeddedCheckpoints(files.checkpoints);
    return {
      ...{ events, checkpoints, lease: new SoleReplica() },
      close: async () => {
        await events.close();
        checkpoints.close();
      },
    };
  }

  override answers(): IdempotencyStore {
    const { dataFolder, clock, logger } = this.options;
    return new EmbeddedIdempotencyStore({
      path: sharedFilesIn(dataFolder).answers,
      clock,
      onLost: (error) => {
        logger.error('first answers could not be kept', error);
      },
    });
  }

  override messaging(): Messaging {
    const { dataFolder, clock, logger } = this.options;
    return SqliteMessaging.open(sharedFilesIn(dataFolder).messages, { topics, clock, logger });
  }
}
