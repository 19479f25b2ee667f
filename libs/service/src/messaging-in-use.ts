import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Messaging } from '@roadbook/messaging';

/** Lets go of what carries the messages when every service has stopped: what the process has once is shut down last. */
@Injectable()
export class MessagingInUse implements OnApplicationShutdown {
  constructor(private readonly messaging: Messaging) {}

  async onApplicationShutdown(): Promise<void> {
    await this.messaging.close();
  }
}
