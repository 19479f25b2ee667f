import { envelopeIn, messageOf } from '../envelope/index.js';
import type { Addressed, Envelope } from '../envelope/index.js';
import type { Consumption, Delivered, Messaging } from '../messaging.js';
import { Poison } from '../poison.js';

/** Where questions of one kind are asked and answered. */
export interface Exchange {
  readonly questions: string;
  readonly answers: string;
}

export interface Question {
  readonly exchange: Exchange;
  /** Its id is what the answer names as its `correlationid`. */
  readonly question: Addressed;
  /** How long the answer may take. */
  readonly limitMs: number;
}

/**
 * Asks over messages, and waits. It listens to the answers from the first question on, once for all who wait; what is answered too late,
 * or to somebody else, is passed by.
 */
export class Asking {
  private readonly waiting = new Map<string, (answer?: Envelope) => void>();
  private readonly listening = new Map<string, Promise<Consumption>>();

  constructor(private readonly messaging: Messaging) {}

  /**
   * The first answer, or `undefined` when none came in time.
   * @throws UnknownTopic, MessageTooLarge and MessagingUnavailable when it could not be asked
   */
  async ask({ exchange, question, limitMs }: Question): Promise<Envelope | undefined> {
    const { id } = question.envelope;
    if (this.waiting.has(id)) throw new TypeError(`question ${id} is asked already`);
    let answered!: (answer?: Envelope) => void;
    const answer = new Promise<Envelope | undefined>((resolve) => (answered = resolve));
    const limit = setTimeout(answered, limitMs);
    this.waiting.set(id, answered);
    try {
      await this.listenTo(exchange.answers);
      await this.messaging.publish(exchange.questions, [messageOf(question)]);
      return await answer;
    } finally {
      clearTimeout(limit);
      this.waiting.delete(id);
    }
  }

  /** Whoever still waits gets no answer. */
  async stop(): Promise<void> {
    const listening = [...this.listening.values()];
    this.listening.clear();
    for (const answered of this.waiting.values()) answered();
    await Promise.allSettled(listening.map(async (one) => (await one).stop()));
  }

  /** Once for each topic; a listener that could not be is tried again by the next question. */
  private async listenTo(answers: string): Promise<void> {
    let listening = this.listening.get(answers);
    if (!listening) {
      listening = this.messaging.listen(answers, (message) => {
        this.hear(message);
        return Promise.resolve();
      });
      this.listening.set(answers, listening);
    }
    try {
      await listening;
    } catch (error) {
      this.listening.delete(answers);
      throw error;
    }
  }

  private hear(message: Delivered): void {
    try {
      const answer = envelopeIn(message);
      this.waiting.get(answer.correlationid ?? '')?.(answer);
    } catch (error) {
      // Whoever asked is told by the limit; what is no envelope answers nobody.
      if (!(error instanceof Poison)) throw error;
    }
  }
}
