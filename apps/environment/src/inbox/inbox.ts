import { answerWithinMs, topicNamed } from '@roadbook/contracts';
import type { Consumption, Messaging } from '@roadbook/messaging';
import { answering } from '@roadbook/messaging/asking';
import type { Clock } from '@roadbook/process';
import type { Answering } from '../commands/answering.js';
import type { Opening } from '../commands/opening.js';
import { answerTo } from './environment-asked.js';
import { registered } from './project-registered.js';

/** Its name, under which its positions and dead letters are kept. */
const consumer = 'environment';

interface InboxOptions {
  readonly messaging: Messaging;
  readonly clock: Clock;
  readonly opening: Opening;
  readonly answering: Answering;
}

/** Takes what other services say: that a project is registered, and what they ask. */
export class Inbox {
  private consumptions: readonly Consumption[] = [];

  constructor(private readonly options: InboxOptions) {}

  start(): void {
    const { messaging, clock } = this.options;
    const { answers, questions, releases } = topicNamed;
    const replies = { messaging, clock, answers: answers.name, limitMs: answerWithinMs };
    this.consumptions = [
      messaging.consume(consumer, [releases.name], (message) => registered(message, this.options)),
      messaging.consume(
        `${consumer}-answers`,
        [questions.name],
        answering((question) => answerTo(question, this.options), replies),
      ),
    ];
  }

  async stop(): Promise<void> {
    await Promise.all(this.consumptions.map((one) => one.stop()));
  }

  /** What is wrong, for readiness; `undefined` when messages are taken. */
  trouble(): string | undefined {
    return this.consumptions.map((one) => one.trouble()).find((trouble) => trouble !== undefined);
  }
}
