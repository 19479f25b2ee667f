import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { Bell, RandomIds } from '@roadbook/process';
import type { Background, Clock } from '@roadbook/process';
import { LeasedCheckpoints } from './leased-checkpoints.js';
import { StoredLease } from './stored-lease.js';

/** A replica that has to do one piece of work, and writes down when it was started and stopped. */
export class Replica {
  readonly deeds: string[] = [];
  private readonly acted = new Bell();
  readonly logged: unknown[] = [];
  readonly lease: StoredLease;
  readonly checkpoints: LeasedCheckpoints;
  readonly work: Background;

  constructor(store: InMemoryEventStore, clock: Clock) {
    const logger = {
      log: () => undefined,
      error: (...said: unknown[]) => this.logged.push(said),
    };
    const ids = new RandomIds();
    this.lease = new StoredLease({ store, clock, ids, logger, service: 'sample' });
    this.checkpoints = new LeasedCheckpoints(this.lease);
    this.work = this.lease.during({
      start: () => {
        this.act('start');
      },
      stop: () => {
        this.act('stop');
      },
      trouble: () => 'the broker is away',
    });
  }

  async start(): Promise<this> {
    await this.lease.start();
    await this.work.start?.();
    return this;
  }

  get works(): boolean {
    return this.deeds.at(-1) === 'start';
  }

  /** Resolves when the work is started, by whatever. The test's own time limit is the limit. */
  async untilItWorks(): Promise<void> {
    for (let acted = this.acted.next(); !this.works; acted = this.acted.next()) await acted;
  }

  stop(): Promise<void> {
    return this.lease.stop();
  }

  private act(deed: string): void {
    this.deeds.push(deed);
    this.acted.ring();
  }
}
