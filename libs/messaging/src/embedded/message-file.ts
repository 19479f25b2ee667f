import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Clock } from '@roadbook/process';
import { GroupCommit, isSqliteError, openDurable, watch } from '@roadbook/sqlite';
import type { Failpoint } from '@roadbook/sqlite';
import { deadLetterMessage } from '../dead-letters/bury.js';
import { MessagingUnavailable } from '../errors.js';
import type { Message } from '../messaging.js';
import { deadLettersOf } from '../topic.js';
import type { ProvisionedTopic } from '../topic.js';
import { Acknowledgements } from './acknowledgements.js';
import { Bells } from './bells.js';
import { failures, unavailable } from './failures.js';
import { MessageLog } from './message-log.js';
import type { Entry } from './message-log.js';
import { Positions } from './positions.js';
import type { Place } from './positions.js';
import { format } from './schema.js';
import { provisionIn } from './topics.js';
import type { TopicInFile, Topics } from './topics.js';
import { ImmediateTransactions } from './transactions.js';

/** How often it is looked for what other processes published. */
const watchIntervalMs = 50;

export interface MessageFileOptions {
  readonly clock: Clock;
  readonly onFailure: (what: string, error: unknown) => void;
  readonly failpoint?: Failpoint;
}

/**
 * The file of messages. Two connections write it: every commit of the first waits for the disk, as what was published must not be lost;
 * the second, for acknowledgements and for deleting what is old, lets the disk take its time.
 */
export class MessageFile {
  readonly topics: Topics;
  readonly bells: Bells;
  readonly log: MessageLog;
  readonly positions: Positions;
  readonly acknowledgements: Acknowledgements;
  private readonly group: GroupCommit;
  private readonly stopWatching: () => void;
  private seen: number | undefined;

  /** @throws CannotOpenFile when the file is foreign or of a later version, or the place can't keep messages durably. */
  static open(
    path: string,
    topics: readonly ProvisionedTopic[],
    options: MessageFileOptions,
  ): MessageFile {
    const opened: DatabaseSyncInstance[] = [];
    try {
      const durable = openDurable(path, format);
      opened.push(durable);
      const quick = openDurable(path, format);
      opened.push(quick);
      quick.exec('PRAGMA synchronous = NORMAL');
      return new MessageFile(path, durable, quick, provisionIn(durable, topics, path), options);
    } catch (error) {
      for (const db of opened) db.close();
      throw error;
    }
  }

  private constructor(
    readonly path: string,
    private readonly durable: DatabaseSyncInstance,
    readonly quick: DatabaseSyncInstance,
    topics: Topics,
    private readonly options: MessageFileOptions,
  ) {
    this.topics = topics;
    this.bells = new Bells(topics);
    this.log = new MessageLog(durable);
    this.positions = new Positions(durable);
    this.acknowledgements = new Acknowledgements(quick, (error) => {
      options.onFailure('acknowledgements could not be kept; it is tried again', error);
    });
    this.group = new GroupCommit(
      new ImmediateTransactions(durable),
      failures,
      () => undefined,
      options.failpoint,
    );
    this.seen = this.log.last();
    this.stopWatching = watch(durable, this.lookForMore, watchIntervalMs);
  }

  async publish(topic: TopicInFile, messages: readonly Message[]): Promise<void> {
    await this.group.add(messages.length, () => {
      this.log.insert(topic, messages, this.options.clock.now());
    });
    this.bells.of(topic).ring();
  }

  /** Makes a dead letter of the message and moves the consumer on behind it: both or neither. */
  async bury(place: Place, { position, message }: Entry, reason: string): Promise<void> {
    const { consumer, topic } = place;
    const deadLetters = this.topics.get(deadLettersOf(topic.name));
    await this.group.add(2, () => {
      const diedAt = this.options.clock.now();
      const letter = deadLetterMessage(message, { consumer, reason, diedAt });
      this.log.insert(deadLetters, [letter], diedAt);
      this.positions.move(place, position);
    });
    this.bells.of(deadLetters).ring();
  }

  /** What `query` gives. @throws MessagingUnavailable when the file can't be read. */
  read<T>(query: () => T): T {
    if (!this.durable.isOpen) throw new MessagingUnavailable('messaging is closed');
    try {
      return query();
    } catch (error) {
      throw isSqliteError(error) ? unavailable(error) : error;
    }
  }

  /** Commits what waits and lets go of the file. */
  close(): void {
    this.stopWatching();
    this.group.drain();
    this.acknowledgements.close();
    this.quick.close();
    this.durable.close();
  }

  /** Acknowledgements change the file too, but wake nobody. */
  private readonly lookForMore = (): void => {
    const last = this.lastToBeSeen();
    if (last === this.seen && last !== undefined) return;
    this.seen = last;
    this.bells.ringAll();
  };

  /** `undefined` when the file can't be read: those who are woken find out why, and try again. */
  private lastToBeSeen(): number | undefined {
    try {
      return this.log.last();
    } catch {
      return undefined;
    }
  }
}
