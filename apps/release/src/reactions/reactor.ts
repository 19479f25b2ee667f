import type { LoggerService } from '@nestjs/common';
import { StoreUnavailable } from '@roadbook/event-store';
import type { EventStore, Page, Position, StoredEvent, Subscription } from '@roadbook/event-store';
import type { Checkpoints } from '@roadbook/read-model';
import { Settled } from '../commands/settled.js';
import { Reactions } from './reactions.js';

const consumer = 'reactions';
const retryDelayMs = 100;
const retryDelayMsMax = 5_000;
/** How long a command waits for what follows from the events before it. */
const settledLimitMs = 5_000;

/**
 * Carries out what follows from the service's own events, one after the other, from where it stopped last. The position moves after the
 * effect, so a crash repeats the last one, which the deciders meet with silence. Where it stands in a long past, and when it is stopped,
 * is kept also when nothing follows from the events up to there: no start looks through them again.
 */
export class Reactor extends Settled {
  private position: Position = -1;
  private failures = 0;
  private subscription?: Subscription;
  private timer?: NodeJS.Timeout;
  private waiting: { position: Position; done: () => void }[] = [];
  private stopped = true;

  constructor(
    private readonly store: EventStore,
    private readonly checkpoints: Checkpoints,
    private readonly reactions: { to(event: StoredEvent): Promise<void> },
    private readonly logger: LoggerService,
  ) {
    super();
  }

  async start(): Promise<void> {
    this.position = await this.checkpoints.get(consumer);
    this.stopped = false;
    this.follow();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.subscription?.stop();
    await this.checkpoints.set(consumer, this.position);
    this.wake(Number.POSITIVE_INFINITY);
  }

  /** What is wrong, for readiness; `undefined` when reactions are carried out. */
  trouble(): string | undefined {
    return this.failures > 0 ? 'reactions to events are being retried' : undefined;
  }

  override async settled(): Promise<void> {
    const head = await this.store.head();
    if (this.stopped || this.position >= head) return;
    await new Promise<void>((resolve, reject) => {
      const late = new StoreUnavailable(
        'what follows from earlier events is not done yet; try again',
      );
      const timer = setTimeout(() => {
        reject(late);
      }, settledLimitMs);
      const done = () => {
        clearTimeout(timer);
        resolve();
      };
      this.waiting.push({ position: head, done });
    });
  }

  private follow(): void {
    this.subscription = this.store.subscribe(
      { after: this.position, filter: { types: Reactions.types } },
      (page) => this.take(page),
      (error) => {
        this.retry(error);
      },
    );
  }

  private async take({ events, position, atEnd }: Page): Promise<void> {
    for (const event of events) {
      await this.reactions.to(event);
      await this.checkpoints.set(consumer, event.position);
      this.position = event.position;
    }
    if (!atEnd) await this.checkpoints.set(consumer, position);
    this.position = position;
    this.failures = 0;
    this.wake(position);
  }

  private retry(error: unknown): void {
    this.logger.error('a reaction failed; it is tried again', error);
    if (this.stopped) return;
    const delayMs = Math.min(retryDelayMs * 2 ** this.failures, retryDelayMsMax);
    this.failures += 1;
    this.timer = setTimeout(() => {
      this.follow();
    }, delayMs);
  }

  private wake(position: Position): void {
    const [ready, waiting] = [
      this.waiting.filter((one) => one.position <= position),
      this.waiting.filter((one) => one.position > position),
    ];
    this.waiting = waiting;
    for (const { done } of ready) done();
  }
}
