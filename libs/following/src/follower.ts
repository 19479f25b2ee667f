import type { LoggerService } from '@nestjs/common';
import { start } from '@roadbook/event-store';
import type {
  EventStore,
  Filter,
  Page,
  Position,
  StoredEvent,
  Subscription,
} from '@roadbook/event-store';
import { BackOff, Rest } from '@roadbook/process';
import type { Checkpoints } from '@roadbook/read-model';
import { Arrivals } from './arrivals.js';

/** Keeps that everything up to this position is done, so that a failure further on doesn't repeat it. */
export type UpTo = (position: Position) => Promise<void>;

export interface Followed {
  /** Under which the checkpoint is kept. */
  readonly name: string;
  /** The events that something follows from; by default all. */
  readonly types?: readonly string[];
  /**
   * Does what follows from the events, in their order. Resolving says that it is done for all of them; what it throws is taken for
   * passing trouble, and what is not kept is done again.
   */
  readonly carryOut: (events: readonly StoredEvent[], upTo: UpTo) => Promise<void>;
  /** What to log when it failed. */
  readonly failed: string;
  /**
   * How long the events after those that were carried out are left to collect while nobody waits for them: many are then carried out as one.
   * By default not at all.
   */
  readonly restMs?: number;
}

export interface FollowerOptions {
  readonly store: EventStore;
  readonly checkpoints: Checkpoints;
  readonly logger: Pick<LoggerService, 'error'>;
}

const delays = { firstMs: 100, mostMs: 5_000 };

/**
 * Carries out what follows from the events of a service, from where it stopped last. The checkpoint moves after the effect, so a crash
 * repeats what came after it: the effect must be one that is the same when it is repeated. Where it stands in a long past, and when it is
 * stopped, is kept also when nothing follows from the events up to there: no start looks through them again.
 */
export class Follower {
  private position: Position = start;
  private kept: Position = start;
  private readonly backOff = new BackOff(delays);
  private readonly arrivals = new Arrivals();
  private readonly rest: Rest;
  private subscription?: Subscription;
  private timer?: NodeJS.Timeout;
  private stopped = true;

  constructor(
    private readonly followed: Followed,
    private readonly options: FollowerOptions,
  ) {
    this.rest = new Rest(followed.restMs ?? 0);
  }

  async start(): Promise<void> {
    this.position = await this.options.checkpoints.get(this.followed.name);
    this.kept = this.position;
    this.stopped = false;
    this.follow();
  }

  /** Resolves when what is under way is done, and kept. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    this.rest.cutShort();
    await this.subscription?.stop();
    await this.keep(this.position);
    this.arrivals.reached(Number.POSITIVE_INFINITY);
  }

  /** True while what failed is being tried again. */
  get isRetrying(): boolean {
    return this.backOff.failures > 0;
  }

  /**
   * Waits until everything is done that follows from the events that are stored now, here or at the replica that follows them; false when that
   * takes longer.
   */
  async caughtUp(limitMs: number): Promise<boolean> {
    const head = await this.options.store.head();
    if (!this.stopped && this.position >= head) return true;
    this.rest.cutShort();
    const inTime = this.stopped || (await this.arrivals.at(head, limitMs));
    return this.stopped ? this.caughtUpElsewhere(limitMs) : inTime;
  }

  private async caughtUpElsewhere(limitMs: number): Promise<boolean> {
    const { store, checkpoints } = this.options;
    const { name } = this.followed;
    let after = await checkpoints.get(name);
    let due: Position | undefined;
    for (let atEnd = false; !atEnd;) {
      const page = await store.readAll({ after, ...this.wanted });
      due = page.events.at(-1)?.position ?? due;
      ({ position: after, atEnd } = page);
    }
    return due === undefined || checkpoints.reachedElsewhere(name, due, limitMs);
  }

  private get wanted(): { readonly filter?: Filter } {
    const { types } = this.followed;
    return types ? { filter: { types } } : {};
  }

  private follow(): void {
    this.subscription = this.options.store.subscribe(
      { after: this.position, ...this.wanted },
      (page) => this.take(page),
      (error) => {
        this.retry(error);
      },
    );
  }

  private async take({ events, position, atEnd }: Page): Promise<void> {
    const last = events.at(-1)?.position ?? start;
    if (events.length > 0) await this.followed.carryOut(events, (upTo) => this.keep(upTo));
    if (!atEnd || this.kept < last) await this.keep(position);
    else this.options.checkpoints.pass(this.followed.name, position);
    this.position = position;
    this.backOff.reset();
    this.arrivals.reached(position);
    if (events.length > 0 && atEnd) await this.collect();
  }

  private async collect(): Promise<void> {
    if (this.followed.restMs && !this.stopped && !this.arrivals.anybodyWaits)
      await this.rest.take();
  }

  private async keep(position: Position): Promise<void> {
    await this.options.checkpoints.set(this.followed.name, position);
    this.kept = position;
    this.position = position;
  }

  private retry(error: unknown): void {
    this.options.logger.error(this.followed.failed, error);
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.follow();
    }, this.backOff.nextDelayMs());
  }
}
