import type { LoggerService } from '@nestjs/common';
import { SystemClock } from '@roadbook/process';
import type { Clock, Delays } from '@roadbook/process';
import type { Failpoint } from '@roadbook/sqlite';
import { refuseUnfitConsumer } from '../consumer.js';
import { MessagingUnavailable, UnknownMark } from '../errors.js';
import { pageLimit, refuseUnfit } from '../limits.js';
import { Messaging } from '../messaging.js';
import type { Consumption, Handle, Message, MessagePage, ReadTopic } from '../messaging.js';
import { Running } from '../running.js';
import { provisioned } from '../topic.js';
import type { Topic } from '../topic.js';
import { Consuming } from './consuming.js';
import { Listening } from './listening.js';
import { MessageFile } from './message-file.js';
import { Retention } from './retention.js';

export interface SqliteMessagingOptions {
  /** Every topic that this process publishes, consumes or reads; their dead letters come with them. */
  readonly topics: readonly Topic[];
  readonly clock?: Clock;
  readonly logger?: Pick<LoggerService, 'error'>;
  /** How long a message waits that could not be taken, before it is delivered again. */
  readonly delays?: Delays;
  readonly failpoint?: Failpoint;
}

/** Messages in one SQLite file, which any number of processes of one machine may write and read. */
export class SqliteMessaging extends Messaging {
  private readonly running = new Running();
  private readonly retention: Retention;
  private readonly delays: Delays;
  private closing?: Promise<void>;
  private closed = false;

  private constructor(
    private readonly file: MessageFile,
    private readonly onFailure: (what: string, error: unknown) => void,
    { delays = { firstMs: 100, mostMs: 30_000 } }: Pick<SqliteMessagingOptions, 'delays'>,
    clock: Clock,
  ) {
    super();
    this.delays = delays;
    this.retention = new Retention(file.quick, file.topics, { clock, onFailure });
    this.retention.start();
  }

  /**
   * Opens the file at `path`, and makes it when there is none; its folder must exist.
   * @throws CannotOpenFile when the file is foreign or from a later version, the place can't keep messages durably, or a topic
   *   has another number of partitions there.
   */
  static open(path: string, options: SqliteMessagingOptions): SqliteMessaging {
    const { topics, logger, failpoint, clock = new SystemClock() } = options;
    const onFailure = (what: string, error: unknown) => {
      logger?.error(what, error);
    };
    const file = MessageFile.open(path, provisioned(topics), { clock, onFailure, failpoint });
    return new SqliteMessaging(file, onFailure, options, clock);
  }

  override async publish(topic: string, messages: readonly Message[]): Promise<void> {
    if (this.closed) throw new MessagingUnavailable('messaging is closed');
    const inFile = this.file.topics.get(topic);
    refuseUnfit(topic, messages);
    if (messages.length > 0) await this.file.publish(inFile, messages);
  }

  override consume(consumer: string, topics: readonly string[], handle: Handle): Consumption {
    this.refuseWhenClosing();
    refuseUnfitConsumer(consumer, topics);
    const { file, delays, onFailure } = this;
    const inFile = topics.map((topic) => file.topics.get(topic));
    return this.running.keep(
      new Consuming(file, { name: consumer, topics: inFile, handle }, { delays, onFailure }),
    );
  }

  override listen(topic: string, handle: Handle): Promise<Consumption> {
    const { file, delays, onFailure } = this;
    return new Promise((resolve) => {
      this.refuseWhenClosing();
      const listening = new Listening(file, file.topics.get(topic), handle, { delays, onFailure });
      resolve(this.running.keep(listening));
    });
  }

  override read(topic: string, { after, limit }: ReadTopic = {}): Promise<MessagePage> {
    return new Promise((resolve) => {
      resolve(this.file.read(() => this.page(topic, after, pageLimit(limit))));
    });
  }

  override end(topic: string): Promise<string | undefined> {
    return new Promise((resolve) => {
      const { log, topics } = this.file;
      topics.get(topic);
      const last = this.file.read(() => log.last());
      resolve(last === 0 ? undefined : String(last));
    });
  }

  /**
   * Nothing is handed over any more; resolves when what was is acknowledged or given back, what was published is durable, and the file
   * is let go of. Handlers can publish until then.
   */
  override close(): Promise<void> {
    return (this.closing ??= this.letGo());
  }

  private async letGo(): Promise<void> {
    await Promise.all([this.retention.stop(), this.running.stopAll()]);
    this.closed = true;
    this.file.close();
  }

  private page(topic: string, after: string | undefined, limit: number): MessagePage {
    const { log, topics } = this.file;
    const inFile = topics.get(topic);
    const position = after === undefined ? 0 : this.positionOf(topic, after);
    const entries = log.inTopic(inFile, position, limit);
    const last = entries.at(-1);
    const mark = last?.message.mark ?? after;
    return {
      messages: entries.map(({ message }) => message),
      ...(mark !== undefined && { mark }),
      atEnd: log.inTopic(inFile, last?.position ?? position, 1).length === 0,
    };
  }

  private positionOf(topic: string, mark: string): number {
    const position = /^[1-9]\d{0,15}$/.test(mark) ? Number(mark) : Infinity;
    if (position > this.file.log.last()) throw new UnknownMark(topic);
    return position;
  }

  private refuseWhenClosing(): void {
    if (this.closing) throw new MessagingUnavailable('messaging is closed');
  }
}
