import type {
  OnApplicationBootstrap,
  OnApplicationShutdown,
  OnModuleDestroy,
} from '@nestjs/common';
import type { Background, Health } from '@roadbook/process';

/** Starts what works in the background, and stops it after the last request was answered, in the reverse order. */
export class Running implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  constructor(
    private readonly health: Health,
    private readonly background: readonly Background[],
    private readonly close: () => unknown,
  ) {
    health.awaits(this);
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const part of this.background) await part.start?.();
    this.health.markStarted(this);
  }

  onModuleDestroy(): void {
    this.health.markStopping();
  }

  async onApplicationShutdown(): Promise<void> {
    for (const part of [...this.background].reverse()) await part.stop();
    await this.close();
  }
}
