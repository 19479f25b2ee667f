/** A message as a broker carries it. */
export interface Message {
  /** Messages with the same key are delivered in the order in which they were published. */
  readonly key: string;
  /** Names in lower case. What a message is about stands here, so that nobody has to read the body to route it. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A message as it is handed to whoever takes it. */
export interface Delivered extends Message {
  readonly topic: string;
  /** Its place in the topic, opaque: read on from here. */
  readonly mark: string;
  /** When the broker took it, ISO 8601 in UTC with milliseconds. */
  readonly publishedAt: string;
}

/** Which part of a topic is wanted. */
export interface ReadTopic {
  /** Read what lies behind this mark; by default from the oldest message that is kept. */
  readonly after?: string;
  /** The most messages in the page, 1 to `pageMessagesMax`. */
  readonly limit?: number;
}

/** A page of a topic. `mark` is where it ended, also when it is empty; absent when nothing is kept there and no mark was asked for. */
export interface MessagePage {
  readonly messages: readonly Delivered[];
  readonly mark?: string;
  /** True when nothing lay behind this page at the moment of reading. */
  readonly atEnd: boolean;
}

/** Takes one message. Resolving acknowledges it. */
export type Handle = (message: Delivered) => Promise<void>;

/** Something that is delivered to, until it is stopped. */
export interface Consumption {
  /** What is wrong, for health; `undefined` when messages are taken. */
  trouble(): string | undefined;
  /** No further message is handed over; resolves when those that were are acknowledged or given back. */
  stop(): Promise<void>;
}

/**
 * What carries messages between services. Delivery is at least once; with one key in order, across keys in any. Abstract class: port and
 * injection token in one.
 */
export abstract class Messaging {
  /**
   * Publishes all of them, in this order; resolves when they are durable.
   * @throws UnknownTopic for a topic that was not provisioned; a typo makes none.
   * @throws MessageTooLarge above 896 KiB a message.
   * @throws MessagingUnavailable when some may not have been taken; publish them again, their ids are the same.
   */
  abstract publish(topic: string, messages: readonly Message[]): Promise<void>;

  /**
   * Delivers what is published on the topics, from the oldest message that is kept, then from where the consumer stopped. A message is
   * acknowledged when `handle` resolves. When it throws `Poison` the message becomes a dead letter; when it throws anything else the
   * message is delivered again after a while, and those behind it in its partition wait.
   *
   * Two that consume under one name, in one process or in several, take each message once between them; the other goes on when one stops.
   * @param consumer its name, words of letters in lower case and digits joined by dots and dashes: its positions, and its dead letters, are
   *   kept under it
   * @throws UnknownTopic
   */
  abstract consume(consumer: string, topics: readonly string[], handle: Handle): Consumption;

  /**
   * Delivers what is published from now on to every listener. No position is kept, and what a handler throws is logged and gone.
   * @throws UnknownTopic
   */
  abstract listen(topic: string, handle: Handle): Promise<Consumption>;

  /**
   * One page of a topic, oldest first; of dead letters, too.
   * @throws UnknownTopic
   * @throws UnknownMark for a mark that was not given here.
   * @throws MessagingUnavailable
   */
  abstract read(topic: string, options?: ReadTopic): Promise<MessagePage>;

  /** The mark behind which lies what is published from now on; `undefined` while that is everything. */
  abstract end(topic: string): Promise<string | undefined>;

  /**
   * Nothing is handed over any more; resolves when what was is acknowledged or given back, and what was published is durable. Handlers
   * can publish until then.
   */
  abstract close(): Promise<void>;
}
