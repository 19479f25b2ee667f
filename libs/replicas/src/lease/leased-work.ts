import type { LoggerService } from '@nestjs/common';
import type { Background } from '@roadbook/process';

/** Work that runs while it is wanted here and this replica has the lease. Its starts and stops come one after the other. */
export class LeasedWork implements Background {
  private wanted = false;
  private running = false;
  private failed = false;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly work: Background,
    private readonly isHeld: () => boolean,
    private readonly logger: Pick<LoggerService, 'error'>,
  ) {}

  get note(): string | undefined {
    return this.work.note;
  }

  start(): Promise<void> {
    this.wanted = true;
    return this.settle();
  }

  stop(): Promise<void> {
    this.wanted = false;
    return this.settle();
  }

  trouble(): string | undefined {
    if (this.failed) return 'it could not be started or stopped; it is tried again';
    return this.running ? this.work.trouble?.() : undefined;
  }

  /** Starts or stops it as it has to be now. What fails is tried again the next time; never rejects. */
  settle(): Promise<void> {
    this.turn = this.turn.then(async () => {
      const due = this.wanted && this.isHeld();
      if (due === this.running) return;
      try {
        await (due ? this.work.start?.() : this.work.stop());
        this.running = due;
        this.failed = false;
      } catch (error) {
        this.failed = true;
        this.logger.error('work under a lease could not be started or stopped', error);
      }
    });
    return this.turn;
  }
}
