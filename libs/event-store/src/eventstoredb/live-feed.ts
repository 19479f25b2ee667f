import { setTimeout as sleep } from 'node:timers/promises';
import type { AllStreamRecordedEvent, AllStreamSubscription } from '@eventstore/db-client';
import type { LoggerService } from '@nestjs/common';
import { BackOff } from '@roadbook/process';
import { UnreadableEvent } from '../errors.js';
import type { Position } from '../events.js';
import type { Connection } from './connection.js';
import { letGo } from './deadlines.js';
import { NoAnswer } from './failures.js';
import type { LastOwn } from './last-own.js';
import type { Names } from './names.js';
import { positionOf } from './positions.js';
import type { RecentlySeen } from './recently-seen.js';
import { fromServer } from './recorded.js';
import type { UnsafeMetadata } from './unsafe-metadata.js';
import type { Window } from './window.js';

const delays = { firstMs: 100, mostMs: 1_000 };

export interface Feeding {
  readonly connection: Connection;
  readonly names: Names;
  readonly window: Window;
  readonly lastOwn: LastOwn;
  readonly seen: RecentlySeen;
  readonly metadata: UnsafeMetadata;
  readonly logger: Pick<LoggerService, 'error' | 'warn'>;
  /** Called when the window has more. */
  readonly onMore: () => void;
  /** How long the server may be silent where it should say something. */
  readonly silenceMs: number;
  /** How often to look whether everything arrives that is stored. */
  readonly canaryMs: number;
}

/**
 * Keeps the window fed: one subscription to everything, filtered by the server to the streams of the service. However it ends, and be it
 * without a word, it is made anew from the last event that came. An event that is stored and does not come is the canary: it says that
 * the subscription is dead.
 */
export class LiveFeed {
  private readonly stopping = new AbortController();
  private readonly backOff = new BackOff(delays);
  private subscription?: AllStreamSubscription;
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly feeding: Feeding) {}

  start(): void {
    this.running = Promise.all([this.keepFeeding(), this.keepLooking()]);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    if (this.subscription) letGo(this.subscription, new Error('the event store was closed'));
    await this.running;
  }

  private isStopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private async keepFeeding(): Promise<void> {
    const { connection, logger } = this.feeding;
    while (!this.isStopped()) {
      const why = await this.feed().then(
        () => 'the server ended it without a word',
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      if (this.isStopped()) return;
      connection.lost = true;
      logger.warn(`the subscription to the event store ended and is made anew: ${why}`);
      await this.backOff.wait(this.stopping.signal);
    }
  }

  /** Follows one subscription to its end. */
  private async feed(): Promise<void> {
    const { connection, names, window, silenceMs } = this.feeding;
    const prefixes = [names.prefix, names.metadataPrefix];
    const timer = setTimeout(() => {
      letGo(subscription, new NoAnswer(silenceMs));
    }, silenceMs);
    const subscription = connection.subscribe(window.to, prefixes, () => {
      clearTimeout(timer);
      this.backOff.reset();
    });
    this.subscription = subscription;
    try {
      for await (const { event } of subscription) if (event) this.take(event);
    } finally {
      clearTimeout(timer);
      letGo(subscription, new Error('the subscription ended'));
    }
  }

  private take(record: AllStreamRecordedEvent): void {
    const { names, window, seen, onMore } = this.feeding;
    const stream = names.ofService(record.streamId);
    if (stream === undefined) {
      this.noteMetadata(record);
      return;
    }
    try {
      const { event } = fromServer(record, stream);
      window.add(event);
      seen.add(event);
    } catch (error) {
      if (!(error instanceof UnreadableEvent)) throw error;
      // Who follows reads it from the server, and is told about it.
      window.beginAt(positionOf(record.position.commit));
    }
    onMore();
  }

  private noteMetadata(record: AllStreamRecordedEvent): void {
    const { metadata, logger } = this.feeding;
    metadata.note(record);
    if (metadata.first !== undefined) logger.error(metadata.first);
  }

  private async keepLooking(): Promise<void> {
    const { window, logger, canaryMs } = this.feeding;
    let due: Position | undefined;
    while (await this.slept(canaryMs)) {
      if (due !== undefined && window.to < due && this.subscription) {
        logger.warn('the subscription to the event store is silent about events that are stored');
        letGo(this.subscription, new Error('it was silent about events that are stored'));
      }
      due = await this.feeding.lastOwn.find().catch(() => undefined);
    }
  }

  /** False when it was stopped meanwhile. */
  private slept(ms: number): Promise<boolean> {
    return sleep(ms, true, { signal: this.stopping.signal }).catch(() => false);
  }
}
