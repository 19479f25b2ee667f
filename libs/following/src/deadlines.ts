import type { LoggerService } from '@nestjs/common';
import type { Clock } from '@roadbook/process';
import { msBetween } from '@roadbook/decider';

/** Something that has to be done when its time has come, unless an event made it needless before. */
export interface Due {
  readonly id: string;
  /** Recorded time, ISO 8601. */
  readonly due: string;
}

/** Port: what falls due next. Kept by events, so it survives restarts. */
export abstract class DueDates<Item extends Due = Due> {
  /** The earliest, soonest first; all that the events stored so far ask for. */
  abstract next(): Promise<readonly Item[]>;
  /** From then on calls back whenever something may fall due earlier than was known. */
  abstract onChange(callback: () => void): Promise<void>;
  abstract stop(): Promise<void>;
}

const sleepMaxMs = 60_000;
const retryDelayMs = 1_000;

/**
 * The timer: sleeps until the next deadline, does what is due, and asks again. What is done is decided by the deciders at that moment,
 * so a deadline that was met meanwhile ends in silence.
 */
export class Deadlines<Item extends Due> {
  private timer?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();
  private again = false;
  private busy = false;
  private stopped = true;

  constructor(
    private readonly dueDates: DueDates<Item>,
    private readonly clock: Clock,
    private readonly act: (item: Item) => Promise<void>,
    private readonly logger: LoggerService,
  ) {}

  async start(): Promise<void> {
    this.stopped = false;
    await this.dueDates.onChange(() => {
      this.look();
    });
    this.look();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.dueDates.stop();
    await this.running;
  }

  private look(): void {
    if (this.stopped) return;
    this.again = true;
    if (!this.busy) this.running = this.round();
  }

  private async round(): Promise<void> {
    this.busy = true;
    clearTimeout(this.timer);
    let waitMs = sleepMaxMs;
    while (this.again && !this.stopped) {
      this.again = false;
      waitMs = await this.doWhatIsDue().catch((error: unknown) => {
        this.logger.error('a deadline could not be kept; it is tried again', error);
        return retryDelayMs;
      });
    }
    this.busy = false;
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.look();
    }, waitMs);
    this.timer.unref();
  }

  /** How long to sleep until the next one. */
  private async doWhatIsDue(): Promise<number> {
    const items = await this.dueDates.next();
    for (const item of items) {
      const waitMs = msBetween(this.clock.now(), item.due);
      if (waitMs > 0) return Math.min(waitMs, sleepMaxMs);
      await this.act(item);
    }
    return items.length > 0 ? retryDelayMs : sleepMaxMs;
  }
}
