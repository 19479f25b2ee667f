import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  answerWithinMs,
  decode,
  encode,
  environmentAsked,
  projectRegistered,
  topicNamed,
  topics,
} from '@roadbook/contracts';
import type { InputOf, MessageType, Received } from '@roadbook/contracts';
import type { Origin, Role } from '@roadbook/decider';
import { Decisions } from '@roadbook/decisions';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { deadLettersOf, Taking } from '@roadbook/messaging';
import type { Delivered } from '@roadbook/messaging';
import { envelopeIn, messageOf } from '@roadbook/messaging/envelope';
import { SqliteMessaging } from '@roadbook/messaging/embedded';
import { Relay } from '@roadbook/messaging/relay';
import { derivedId, ManualClock } from '@roadbook/process';
import { InMemoryCheckpoints } from '@roadbook/read-model/memory';
import { Answering } from '../commands/answering.js';
import { Deciding } from '../commands/deciding.js';
import { Opening } from '../commands/opening.js';
import { pipelineStream } from '../domain/streams.js';
import { Outbox } from '../outbox/outbox.js';
import { FoundChanges } from '../reactions/found-changes.js';
import { Answers } from './answers.js';
import { Inbox } from './inbox.js';

const limitMs = 10_000;
const pauseMs = 5;
const logger = { error: () => undefined };

/** A UUID that is always the same for a name. */
export const idOf = (name: string): string =>
  derivedId('6ba7b810-9dad-11d1-80b4-00c04fd430c8', name);

type Asked = InputOf<typeof environmentAsked>;

/** What the service does beside HTTP, with events in memory and messages in a file of its own. */
export class EnvironmentService {
  readonly store = new InMemoryEventStore();
  readonly clock = new ManualClock('2026-03-02T10:00:00.000Z');
  readonly deciding: Deciding;
  private readonly folder = mkdtempSync(join(tmpdir(), 'roadbook-environment-'));
  private readonly messaging: SqliteMessaging;
  private readonly parts: readonly { start(): unknown; stop(): unknown }[];

  constructor() {
    const { store, clock } = this;
    const decisions = new Decisions(store);
    this.deciding = new Deciding(decisions);
    const messaging = SqliteMessaging.open(join(this.folder, 'messages.db'), { topics });
    const checkpoints = new InMemoryCheckpoints();
    const opening = new Opening(this.deciding);
    const answering = new Answering(this.deciding, decisions, store);
    const outbox = new Outbox(store);
    this.messaging = messaging;
    this.parts = [
      new FoundChanges(this.deciding, { store, checkpoints, logger }),
      new Relay((event) => outbox.messagesOf(event), { store, checkpoints, messaging, logger }),
      new Taking(messaging, new Inbox(clock, opening)),
      new Taking(messaging, new Answers(messaging, clock, answering)),
    ];
  }

  async start(): Promise<this> {
    for (const part of this.parts) await part.start();
    return this;
  }

  async stop(): Promise<void> {
    for (const part of this.parts) await part.stop();
    await this.messaging.close();
    rmSync(this.folder, { recursive: true });
  }

  /** Somebody in this role, by its name, with a command that has this name. */
  by(role: Role, command: string, actor: string = role): Origin {
    const commandId = idOf(command);
    return { actor, role, at: this.clock.now(), commandId, correlationId: commandId };
  }

  /** The release service registers the project; resolves when it is known here. */
  async register(project = 'shop'): Promise<void> {
    await this.say(projectRegistered, {
      ...{ project, name: 'The shop', event: idOf(`registered ${project}`) },
      ...{ recordedAt: this.clock.now(), actor: 'olga', role: 'orchestrator' },
    });
    await this.until(async () => (await this.typesIn(pipelineStream(project))).length > 0);
  }

  /** @param id tells apart messages that are not the same */
  async say<Of extends MessageType>(
    of: Of,
    data: InputOf<Of>,
    id = idOf('message'),
  ): Promise<void> {
    const about = { source: 'urn:roadbook:release', time: this.clock.now(), id };
    const said = encode(of, data, about);
    for (const topic of said.topics) await this.messaging.publish(topic, [messageOf(said)]);
  }

  async ask(name: string, more: Partial<Asked> = {}): Promise<void> {
    const askedAt = this.clock.now();
    const deadline = new Date(Date.parse(askedAt) + answerWithinMs).toISOString();
    const usual: Asked = {
      ...{ project: 'shop', version: '1.4.0', askedAt, deadline, actor: 'ines', role: 'cio' },
      ...{ candidate: 'c0ffee', environment: 'production', deployment: idOf('deployment') },
      ...{ asks: ['pipeline', 'parity'], purpose: 'promotion', asOf: null },
    };
    await this.say(environmentAsked, { ...usual, ...more }, idOf(name));
  }

  /** What was said on the topic, oldest first; waits until there are that many. */
  async said(topic: keyof typeof topicNamed, count: number): Promise<Received[]> {
    const { name } = topicNamed[topic];
    const read = async () => (await this.messaging.read(name, { limit: 100 })).messages;
    await this.until(async () => (await read()).length >= count);
    return (await read()).map((message) => decode(name, envelopeIn(message)));
  }

  /** Waits until there is one. */
  async deadLetter(topic: keyof typeof topicNamed): Promise<Delivered | undefined> {
    const name = deadLettersOf(topicNamed[topic].name);
    const read = async () => (await this.messaging.read(name)).messages;
    await this.until(async () => (await read()).length > 0);
    return (await read())[0];
  }

  /** The types of the events of a stream, in order. */
  async typesIn(stream: string): Promise<string[]> {
    return (await this.store.readStream(stream)).map(({ type }) => type);
  }

  async until(holds: () => Promise<boolean>): Promise<void> {
    const untilMs = Date.now() + limitMs;
    while (!(await holds())) {
      if (Date.now() > untilMs) throw new Error(`it did not come true within ${limitMs} ms`);
      await pause(pauseMs);
    }
  }
}
