import type { LoggerService } from '@nestjs/common';
import { WrongExpectedHead } from '@roadbook/event-store';
import type { EventStore, Head, Position, Subscription } from '@roadbook/event-store';
import { Bell } from '@roadbook/process';
import type { Background, Clock, Ids } from '@roadbook/process';
import { Lease } from './lease.js';
import { LeaseStream } from './lease-stream.js';
import type { LeaseRecord, Progress } from './lease-stream.js';
import { LeasedWork } from './leased-work.js';

export interface StoredLeaseOptions {
  /** What the replicas of the service share, apart from its events: what is written here happened to nobody. */
  readonly store: EventStore;
  readonly service: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Pick<LoggerService, 'log' | 'error'>;
}

const lookEveryMs = 2_000;
/** A holder writes at the first look after this, and a moment after progress. */
const keepAfterMs = 4_000;
/** A holder of whom nothing was seen for so long has vanished. */
const vanishedAfterMs = 10_000;
const progressKeptAfterMs = 250;

interface Held {
  head: Head;
  keptAtMs: number;
  progress: Map<string, Position>;
  /** Whether `progress` says more than the stream. */
  hasProgressed: boolean;
}

/**
 * A lease that is an event stream. Each write expects the last event that the writer knows, so the store itself tells a holder that it was
 * overtaken. Another replica takes it when it was given back, or has seen nothing new there for 10 s by its own clock: clocks are not compared.
 */
export class StoredLease extends Lease {
  /** Rings when something was written, by whomever, or progress was made here. */
  readonly changed = new Bell();
  private readonly holder: string;
  private readonly stream: LeaseStream;
  private readonly works: LeasedWork[] = [];
  private held?: Held;
  private seen?: { readonly revision: number; readonly sinceMs: number };
  private subscription?: Subscription;
  private timer?: NodeJS.Timeout;
  private soon?: NodeJS.Timeout;
  private turn: Promise<void> = Promise.resolve();
  private stopped = false;
  private failing = false;

  constructor(private readonly options: StoredLeaseOptions) {
    super();
    const { store, service, clock, ids } = options;
    this.holder = ids.next();
    this.stream = new LeaseStream(store, service, clock);
  }

  override during(work: Background): Background {
    const leased = new LeasedWork(work, () => this.held !== undefined, this.options.logger);
    this.works.push(leased);
    return leased;
  }

  override async start(): Promise<void> {
    this.timer = setInterval(() => void this.tend(), lookEveryMs).unref();
    await this.tend();
  }

  override async stop(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.works.map((work) => work.stop()));
    await this.inTurn(() => this.giveBack());
    await this.subscription?.stop();
  }

  override trouble(): string | undefined {
    return this.failing
      ? 'it is not known which replica works in the background; it is tried again'
      : undefined;
  }

  /** How far the work has come, here or at the replica that has the lease. */
  async progress(): Promise<Progress> {
    if (this.held) return Object.fromEntries(this.held.progress);
    return (await this.stream.last())?.progress ?? {};
  }

  /** Keeps that this work has come so far: within a moment, or with what is written next. Without the lease nothing is kept. */
  advance(name: string, position: Position, when: 'soon' | 'next'): void {
    const { held } = this;
    if (!held || position <= (held.progress.get(name) ?? -Infinity)) return;
    held.progress.set(name, position);
    this.changed.ring();
    if (when === 'next') return;
    held.hasProgressed = true;
    this.soon ??= setTimeout(() => void this.tend(), progressKeptAfterMs).unref();
  }

  /** Does what is due: keeps the lease, or takes it where nobody has it. Comes by itself; what fails is tried again, and never rejects. */
  async tend(): Promise<void> {
    await this.inTurn(() => this.look());
    await Promise.all(this.works.map((work) => work.settle()));
  }

  private inTurn(act: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(act).then(
      () => {
        this.failing = false;
      },
      (error: unknown) => {
        if (!this.failing) this.options.logger.error('a lease could not be looked after', error);
        this.failing = true;
      },
    );
    return this.turn;
  }

  private async look(): Promise<void> {
    if (this.stopped) return;
    await this.watch();
    if (this.held) await this.keep(this.held);
    else await this.takeWhereFree();
  }

  private async keep(held: Held): Promise<void> {
    if (!held.hasProgressed && this.nowMs() - held.keptAtMs < keepAfterMs) return;
    clearTimeout(this.soon);
    this.soon = undefined;
    const known = held.hasProgressed;
    held.hasProgressed = false;
    try {
      await this.write('LeaseKept', held);
    } catch (error) {
      held.hasProgressed ||= known;
      if (!(error instanceof WrongExpectedHead)) throw error;
      this.held = undefined;
      this.options.logger.log(`another replica works for ${this.options.service} now`);
    }
  }

  private async takeWhereFree(): Promise<void> {
    const last = await this.stream.last();
    if (last && !last.isFree && last.holder !== this.holder && !this.hasVanished(last)) return;
    const progress = new Map(Object.entries(last?.progress ?? {}));
    const held = { head: last?.head, progress, keptAtMs: 0, hasProgressed: false };
    try {
      this.held = await this.write('LeaseTaken', held);
      this.options.logger.log(`this replica works for ${this.options.service} now`);
    } catch (error) {
      // Another one was quicker.
      if (!(error instanceof WrongExpectedHead)) throw error;
    }
  }

  private async giveBack(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.soon);
    const { held } = this;
    this.held = undefined;
    if (held) await this.write('LeaseGivenBack', held);
  }

  private async write(
    type: Parameters<LeaseStream['write']>[0],
    held: Omit<Held, 'head'> & { head: Head | undefined },
  ): Promise<Held> {
    const { holder } = this;
    const keptAtMs = this.nowMs();
    const progress = Object.fromEntries(held.progress);
    const head = await this.stream.write(type, held.head, { holder, progress });
    return Object.assign(held, { head, keptAtMs });
  }

  private hasVanished({ head: { revision } }: LeaseRecord): boolean {
    const nowMs = this.nowMs();
    if (this.seen?.revision !== revision) this.seen = { revision, sinceMs: nowMs };
    return nowMs - this.seen.sinceMs >= vanishedAfterMs;
  }

  /** Is told of what others write, so that a lease that is given back doesn't wait for the next look. */
  private async watch(): Promise<void> {
    const { store } = this.options;
    this.subscription ??= store.subscribe(
      { after: await store.head(), filter: { streamPrefixes: [this.stream.name] } },
      ({ events }) => {
        if (events.length > 0) this.changed.ring();
        if (events.length > 0 && !this.held) void this.tend();
        return Promise.resolve();
      },
      () => {
        this.subscription = undefined;
      },
    );
  }

  private nowMs(): number {
    return Date.parse(this.options.clock.now());
  }
}
