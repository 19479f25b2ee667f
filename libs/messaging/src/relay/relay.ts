import type { LoggerService } from '@nestjs/common';
import type { EventStore, StoredEvent } from '@roadbook/event-store';
import { Follower } from '@roadbook/following';
import type { Checkpoints } from '@roadbook/read-model';
import type { Message, Messaging } from '../messaging.js';

/** A message and the topic that it belongs on. */
export interface Outgoing {
  readonly topic: string;
  readonly message: Message;
}

/** What is told of an event. The same event always makes the same messages, with the same ids. */
export type Translate = (event: StoredEvent) => readonly Outgoing[] | Promise<readonly Outgoing[]>;

export interface RelayOptions {
  readonly store: EventStore;
  readonly checkpoints: Checkpoints;
  readonly messaging: Messaging;
  readonly logger: Pick<LoggerService, 'error'>;
  /** The events that something is told of; by default all. */
  readonly types?: readonly string[];
}

/** How long a relay that is stopped goes on publishing what is already stored. */
const publishBeforeStopMs = 3_000;
/** A broker waits for its disk each time: events that follow on each other closely are told of together. */
const restMs = 20;

/**
 * Publishes what is told of a service's events, from where it stopped last: the event store is the outbox. The checkpoint moves when the
 * broker has taken the messages; a crash before that publishes them again, and their ids say that they are the same.
 */
export class Relay {
  private readonly follower: Follower;

  constructor(
    private readonly translate: Translate,
    private readonly options: RelayOptions,
  ) {
    this.follower = new Follower(
      {
        name: 'relay',
        types: options.types,
        carryOut: (events) => this.publish(events),
        failed: 'messages about events could not be published; it is tried again',
        restMs,
      },
      options,
    );
  }

  start(): Promise<void> {
    return this.follower.start();
  }

  /** What is stored already is still published, unless the broker is away: then it is published after the next start. */
  async stop(): Promise<void> {
    if (!this.follower.isRetrying) await this.follower.caughtUp(publishBeforeStopMs);
    await this.follower.stop();
  }

  /** What is wrong, for readiness; `undefined` when messages are published. */
  trouble(): string | undefined {
    return this.follower.isRetrying
      ? 'messages about events are not published; it is tried again'
      : undefined;
  }

  /** All of a page together: the broker waits for its disk once, not for each event. Topics need no order among each other. */
  private async publish(events: readonly StoredEvent[]): Promise<void> {
    const byTopic = new Map<string, Message[]>();
    for (const event of events)
      for (const { topic, message } of await this.translate(event)) {
        const messages = byTopic.get(topic) ?? [];
        byTopic.set(topic, messages);
        messages.push(message);
      }
    await Promise.all(
      Array.from(byTopic, ([topic, messages]) => this.options.messaging.publish(topic, messages)),
    );
  }
}
