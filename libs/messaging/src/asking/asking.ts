import type { LoggerService } from '@nestjs/common';
import { envelopeIn, messageOf } from '../envelope/index.js';
import type { Addressed, Envelope } from '../envelope/index.js';
import { MessagingUnavailable } from '../errors.js';
import type { Consumption, Delivered, Messaging } from '../messaging.js';
import { Poison } from '../poison.js';
import { OpenQuestion } from './open-question.js';

/** Where questions of one kind are asked and answered. */
export interface Exchange {
  readonly questions: string;
  readonly answers: string;
}

export interface Question {
  readonly exchange: Exchange;
  /** Its id is what the answer names as its `correlationid`. */
  readonly question: Addressed;
  /** How long the answer may take, with everything that it takes to ask. */
  readonly limitMs: number;
  /**
   * How long to wait in silence: when the last question of this type got no answer in time, and none has since. The question stays, and
   * its answer ends the silence. By default as long as ever.
   */
  readonly inSilenceMs?: number;
}

/**
 * Asks over messages, and waits. It listens to the answers from the first question on, once for all who wait; what is answered too late,
 * or to somebody else, is passed by.
 */
export class Asking {
  private readonly open = new Map<string, OpenQuestion>();
  private readonly listening = new Map<string, Promise<void>>();
  private readonly begun: Consumption[] = [];
  /** Types of questions that nobody answers. */
  private readonly silent = new Set<string>();
  private stopped = false;

  constructor(
    private readonly messaging: Messaging,
    private readonly logger?: Pick<LoggerService, 'warn'>,
  ) {}

  /**
   * The first answer, or `undefined` when none came in time. A broker that is away answers nothing either: then nobody waits.
   * @throws UnknownTopic and MessageTooLarge
   */
  async ask({
    exchange,
    question,
    limitMs,
    inSilenceMs = limitMs,
  }: Question): Promise<Envelope | undefined> {
    const { id, type } = question.envelope;
    if (this.open.has(id)) throw new TypeError(`question ${id} is asked already`);
    const open = new OpenQuestion(limitMs);
    this.open.set(id, open);
    void this.follow(open, question.envelope, this.publish(exchange, question));
    return open.within(this.silent.has(type) ? inSilenceMs : limitMs);
  }

  /** Whoever still waits gets no answer. */
  async stop(): Promise<void> {
    this.stopped = true;
    const open = [...this.open.values()];
    this.open.clear();
    for (const question of open) question.close();
    await Promise.allSettled(this.begun.map((listener) => listener.stop()));
  }

  /** Until it is no longer open. The limit counts from the beginning, however long it takes to ask: whoever asked has waited for that, too. */
  private async follow(
    open: OpenQuestion,
    { id, type }: Envelope,
    published: Promise<void>,
  ): Promise<void> {
    let reason: unknown;
    published.catch((error: unknown) => {
      reason = error;
      if (error instanceof MessagingUnavailable) open.close();
      else open.fail(error);
    });
    const answer = await open.answer.catch(() => 'not asked' as const);
    if (!this.open.delete(id) || answer === 'not asked') return;
    if (answer) this.silent.delete(type);
    else this.unanswered(type, reason);
  }

  private unanswered(type: string, reason: unknown): void {
    if (this.silent.has(type)) return;
    this.silent.add(type);
    const reasons = reason === undefined ? [] : [reason];
    this.logger?.warn(`${type} is not answered; what rests on it counts as unknown`, ...reasons);
  }

  private async publish({ questions, answers }: Exchange, question: Addressed): Promise<void> {
    await this.listenTo(answers);
    await this.messaging.publish(questions, [messageOf(question)]);
  }

  /** Once for each topic; a listener that could not be is tried again by the next question. */
  private listenTo(answers: string): Promise<void> {
    let listening = this.listening.get(answers);
    if (!listening) {
      listening = this.listen(answers);
      this.listening.set(answers, listening);
      listening.catch(() => this.listening.delete(answers));
    }
    return listening;
  }

  private async listen(answers: string): Promise<void> {
    const listener = await this.messaging.listen(answers, (message) => {
      this.hear(message);
      return Promise.resolve();
    });
    // Stopping did not wait for it: a broker that hangs would hold it up.
    if (this.stopped) await listener.stop();
    else this.begun.push(listener);
  }

  private hear(message: Delivered): void {
    try {
      const answer = envelopeIn(message);
      this.open.get(answer.correlationid ?? '')?.close(answer);
    } catch (error) {
      // Whoever asked is told by the limit; what is no envelope answers nobody.
      if (!(error instanceof Poison)) throw error;
    }
  }
}
