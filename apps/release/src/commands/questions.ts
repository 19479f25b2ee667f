import { answerWithinMs, decode, topicNamed } from '@roadbook/contracts';
import type { Outgoing, Provenance, Received } from '@roadbook/contracts';
import { plusMs } from '@roadbook/decider';
import type { Origin } from '@roadbook/decider';
import type { Asking } from '@roadbook/messaging/asking';
import type { Clock, Ids } from '@roadbook/process';
import type { AskedFor } from '../domain/environment-answers/source.js';

/** How long who only reads waits for a service that did not answer the last time: most answers come sooner. */
const readInSilenceMs = 500;

const exchange = { questions: topicNamed.questions.name, answers: topicNamed.answers.name };

/** What every question says besides what it asks. */
interface Said extends Pick<Origin, 'actor' | 'role'> {
  readonly askedAt: string;
  readonly deadline: string;
}

/** Asks other services over messages. */
export class Questions {
  constructor(
    private readonly asking: Pick<Asking, 'ask'>,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The answer, absent when none came in time, and when it was asked for. */
  async ask(
    { actor, role, correlationId }: Pick<Origin, 'actor' | 'role' | 'correlationId'>,
    questionOf: (said: Said, provenance: Provenance) => Outgoing,
    askedFor: AskedFor,
  ): Promise<{ readonly askedAt: string; readonly answer: Received | undefined }> {
    const askedAt = this.clock.now();
    const question = questionOf(
      { askedAt, deadline: plusMs(askedAt, answerWithinMs), actor, role },
      { id: this.ids.next(), source: 'urn:roadbook:release', time: askedAt, correlationId },
    );
    const envelope = await this.asking.ask({
      ...{ exchange, question, limitMs: answerWithinMs },
      ...(askedFor === 'read' && { inSilenceMs: readInSilenceMs }),
    });
    return { askedAt, answer: envelope && decode(exchange.answers, envelope) };
  }
}
