import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { encode, publisherHeaders, topicNamed, topics } from '@roadbook/contracts';
import type { InputOf, MessageType } from '@roadbook/contracts';
import type { Role } from '@roadbook/decider';
import { Taking } from '@roadbook/messaging';
import type { Message } from '@roadbook/messaging';
import { DeadLetters } from '@roadbook/messaging/dead-letters';
import { SqliteMessaging } from '@roadbook/messaging/embedded';
import { messageOf } from '@roadbook/messaging/envelope';
import { DecideReleaseHandler } from '../commands/handlers.js';
import { Notifying } from '../commands/notifying.js';
import { WithdrawUnclaimed } from '../commands/pipeline-change-found.js';
import { Service } from '../commands/service.fixture.js';
import { Happenings } from './happenings.js';
import { Inbox } from './inbox.js';
import { ReportsTaken } from './reports-taken.js';

const limitMs = 10_000;
const pauseMs = 5;

/** How a message is published. */
interface Posted {
  /** Who is known to publish it; nobody where it comes by a broker. The actor is named after the role unless another name is given. */
  readonly as?: Role;
  readonly actor?: string;
  readonly id?: string;
  readonly source?: string;
  /** When it came to be, as its sender says; now unless given. */
  readonly time?: string;
}

/** The release service without its edges, and a bus that its inbox takes messages from. */
export class OnBus {
  readonly service = new Service();
  readonly messaging: SqliteMessaging;
  readonly deadLetters: DeadLetters;
  private readonly folder = mkdtempSync(join(tmpdir(), 'roadbook-inbox-'));
  private readonly taking: Taking;
  private published = 0;

  constructor({ trusted = false } = {}) {
    const { deciding, settled, clock } = this.service;
    this.messaging = SqliteMessaging.open(join(this.folder, 'messages.db'), {
      topics,
      clock,
      delays: { firstMs: 5, mostMs: 40 },
    });
    this.deadLetters = new DeadLetters(this.messaging, clock);
    const bus = { trusted, actorOf: (source: string) => `a_${source.replaceAll(':', '_')}` };
    const happenings = new Happenings(
      new WithdrawUnclaimed(deciding, clock),
      new Notifying(this.service.decisions, clock),
    );
    const reports = new ReportsTaken(new DecideReleaseHandler(deciding, settled), deciding);
    this.taking = new Taking(this.messaging, new Inbox(reports, happenings, bus, clock));
    this.taking.start();
  }

  async stop(): Promise<void> {
    await this.taking.stop();
    await this.messaging.close();
    rmSync(this.folder, { recursive: true });
  }

  /** Publishes what is said, as the door would. */
  async publish<Of extends MessageType>(
    of: Of,
    data: InputOf<Of>,
    posted: Posted = {},
  ): Promise<void> {
    const { topic, message } = this.messageOf(of, data, posted);
    await this.messaging.publish(topic, [message]);
  }

  messageOf<Of extends MessageType>(of: Of, data: InputOf<Of>, posted: Posted = {}) {
    const { as, actor = as, source = 'urn:example:ci', time = this.service.clock.now() } = posted;
    this.published += 1;
    const id = posted.id ?? `message-${String(this.published)}`;
    const encoded = encode(of, data, { id, source, time });
    const message = messageOf(encoded);
    const publisher = as &&
      actor !== undefined && { [publisherHeaders.actor]: actor, [publisherHeaders.role]: as };
    return {
      topic: encoded.topics[0] ?? '',
      message: { ...message, headers: { ...message.headers, ...publisher } },
    };
  }

  /** Publishes bytes as they are on the topic of gates. */
  post(message: Message): Promise<void> {
    return this.messaging.publish(topicNamed.gates.name, [message]);
  }

  trouble(): string | undefined {
    return this.taking.trouble();
  }

  /** Until it holds: what is published is taken when it is taken. */
  async until(holds: () => boolean | Promise<boolean>): Promise<void> {
    const endMs = Date.now() + limitMs;
    while (!(await holds())) {
      if (Date.now() > endMs) throw new Error(`it did not come true within ${String(limitMs)} ms`);
      await pause(pauseMs);
    }
  }

  /** The reasons of that many dead letters, once they are there. */
  async reasons(count: number, topic = topicNamed.gates.name): Promise<string[]> {
    const listed = () => this.deadLetters.list(topic);
    await this.until(async () => (await listed()).length >= count);
    return (await listed()).map(({ reason }) => reason);
  }
}
