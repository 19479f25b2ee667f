import type { Clock } from '@roadbook/process';
import { envelopeIn, messageOf } from '../envelope/index.js';
import type { Addressed, Envelope } from '../envelope/index.js';
import type { Handle, Messaging } from '../messaging.js';

/** Finds the answer; `undefined` for a question that somebody else answers. */
export type Answer = (question: Envelope) => Promise<Addressed | undefined>;

export interface AnsweringOptions {
  readonly messaging: Messaging;
  readonly clock: Clock;
  /** The topic of the answers. */
  readonly answers: string;
  /** How long whoever asks waits; a question that is older is not answered, as nobody hears it. */
  readonly limitMs: number;
}

/**
 * The handler for a topic of questions: publishes what `answer` finds, naming the question. A question that is delivered twice is
 * answered twice; `answer` gives the same answer with the same id, and whoever asked takes the first.
 */
export function answering(answer: Answer, options: AnsweringOptions): Handle {
  const { messaging, clock, answers, limitMs } = options;
  const isLate = ({ time }: Envelope) => Date.parse(clock.now()) - Date.parse(time) > limitMs;
  return async (message) => {
    const question = envelopeIn(message);
    if (isLate(question)) return;
    const found = await answer(question);
    if (!found || isLate(question)) return;
    const envelope = { ...found.envelope, correlationid: question.id };
    await messaging.publish(answers, [messageOf({ ...found, envelope })]);
  };
}
