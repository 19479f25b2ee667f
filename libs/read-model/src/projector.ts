import type { EventStore, Page, Position, StoredEvent, Subscription } from '@roadbook/event-store';
import { BackOff, Rest } from '@roadbook/process';
import type { Delays } from '@roadbook/process';
import { ProjectionFailed, ReadModelNotReady } from './errors.js';
import type { Status } from './status.js';
import { Waiters } from './waiters.js';

/** What the events are taken into. */
export interface Following {
  /** Makes it ready to take events; is asked again after a failure. */
  open(signal: AbortSignal): Promise<void>;
  readonly position: Position;
  /** Takes events in and saves them; without any it only looks whether something else has changed. */
  take(events: readonly StoredEvent[]): Promise<void>;
}

export interface Pace {
  /** How long events are left to collect while nobody waits for them: many are then taken in and saved as one. */
  readonly restMs: number;
  /** Before trying again what failed. */
  readonly retryDelays: Delays;
}

type Situation =
  | { readonly is: 'stopped' }
  | { readonly is: 'preparing' }
  /** Live from `head` on, the last event of all when the events were subscribed to. */
  | { readonly is: 'following'; readonly head: Position }
  | { readonly is: 'retrying'; readonly error: Error; readonly timer: NodeJS.Timeout }
  | { readonly is: 'failed'; readonly error: ProjectionFailed };

/**
 * Keeps rows up with the events, and wakes who waits for a position. What fails outside of a projection is tried again
 * from the last saved position; a projection that throws stops it for good, as no event may be skipped.
 */
export class Projector {
  private readonly waiters = new Waiters();
  private readonly rest: Rest;
  private situation: Situation = { is: 'stopped' };
  private stopping = new AbortController();
  private attempt: Promise<void> = Promise.resolve();
  private readonly backOff: BackOff;
  private subscription?: Subscription;
  /** Pages and looks come one after the other. */
  private turn: Promise<void> = Promise.resolve();
  private looking = false;

  constructor(
    private readonly events: EventStore,
    private readonly following: Following,
    { restMs, retryDelays }: Pace,
  ) {
    this.rest = new Rest(restMs);
    this.backOff = new BackOff(retryDelays);
  }

  get status(): Status {
    const { situation } = this;
    const { position } = this.following;
    switch (situation.is) {
      case 'stopped':
      case 'preparing':
        return { state: situation.is };
      case 'following':
        return { state: position >= situation.head ? 'live' : 'catching-up', position };
      case 'retrying':
      case 'failed':
        return { state: situation.is, position, error: situation.error } as Status;
      default:
        return situation satisfies never;
    }
  }

  /** Resolves when it follows the events, or when the first attempt to do so has failed; `status` says which. */
  async start(): Promise<void> {
    this.stopping = new AbortController();
    this.situation = { is: 'preparing' };
    this.attempt = this.follow(this.stopping.signal);
    await this.attempt;
  }

  /** Resolves when nothing is taken in any more. */
  async stop(): Promise<void> {
    if (this.situation.is === 'retrying') clearTimeout(this.situation.timer);
    this.situation = { is: 'stopped' };
    this.stopping.abort();
    this.rest.cutShort();
    await this.attempt;
    await this.subscription?.stop();
    await this.turn;
    this.waiters.fail(new ReadModelNotReady('the read model was stopped'));
  }

  async caughtUpTo(position: Position, limitMs: number): Promise<void> {
    const { situation } = this;
    if (situation.is === 'stopped') throw new ReadModelNotReady('the read model is stopped');
    if (this.following.position >= position) return;
    if (situation.is === 'failed') throw situation.error;
    this.rest.cutShort();
    await this.waiters.until(position, () => this.following.position, limitMs);
  }

  /** Looks, in the background, whether something else than the events has changed. */
  look(): void {
    if (this.looking) return;
    this.looking = true;
    this.inTurn([])
      .catch((error: unknown) => {
        this.fail(error);
      })
      .finally(() => {
        this.looking = false;
      });
  }

  private async follow(stopping: AbortSignal): Promise<void> {
    try {
      await this.subscription?.stop();
      await this.following.open(stopping);
      const head = await this.events.head();
      if (stopping.aborted) return;
      this.waiters.reached(this.following.position);
      this.situation = { is: 'following', head };
      this.subscription = this.events.subscribe(
        { after: this.following.position },
        (page) => this.takeIn(page),
        (error) => {
          this.fail(error);
        },
      );
    } catch (error) {
      this.fail(error);
    }
  }

  private async takeIn({ events, atEnd }: Page): Promise<void> {
    await this.inTurn(events);
    const hurries = this.waiters.anybodyWaits || this.situation.is !== 'following';
    if (atEnd && !hurries) await this.rest.take();
  }

  private inTurn(events: readonly StoredEvent[]): Promise<void> {
    const turn = this.turn.then(async () => {
      if (this.situation.is !== 'following') return;
      await this.following.take(events);
      this.backOff.reset();
      this.waiters.reached(this.following.position);
    });
    this.turn = turn.catch(() => undefined);
    return turn;
  }

  private fail(error: unknown): void {
    const { situation } = this;
    if (situation.is === 'stopped' || situation.is === 'failed') return;
    if (situation.is === 'retrying') clearTimeout(situation.timer);
    if (error instanceof ProjectionFailed) this.giveUp(error);
    else this.tryAgain(error instanceof Error ? error : new Error(String(error)));
  }

  private giveUp(error: ProjectionFailed): void {
    this.situation = { is: 'failed', error };
    this.waiters.fail(error);
    void this.subscription?.stop();
  }

  private tryAgain(error: Error): void {
    const timer = setTimeout(() => {
      this.attempt = this.follow(this.stopping.signal);
    }, this.backOff.nextDelayMs());
    this.situation = { is: 'retrying', error, timer };
  }
}
