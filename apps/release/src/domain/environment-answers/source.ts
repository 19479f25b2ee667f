import type { Environment, Origin } from '@roadbook/decider';
import type { ParityAnswer, PipelineAnswer } from './answers.js';

/** What is asked of the environment service (docs/decisions/0010). */
export interface EnvironmentQuestion {
  readonly project: string;
  /** The release that it is asked for; null where it is asked for a whole project. */
  readonly version: string | null;
  readonly candidate: string | null;
  readonly environment: Environment;
  /** The deployment that the answer is to serve; null where it is asked for none. */
  readonly deployment: string | null;
  readonly asks: readonly ('pipeline' | 'parity')[];
  /** Answers for a promotion or a check go on record there; those for eligibility leave nothing behind. */
  readonly purpose: 'promotion' | 'check' | 'eligibility';
  /** The instant for which it is asked, ISO 8601; null for now. */
  readonly asOf: string | null;
  /** For whom it is asked, and when, by this service's clock. */
  readonly origin: Pick<Origin, 'actor' | 'role' | 'at' | 'correlationId'>;
}

export interface EnvironmentAnswers {
  readonly parity: ParityAnswer;
  readonly pipeline: PipelineAnswer;
}

/** A command waits for what it rests on; who only reads is told soon that nobody answers, and can read again. */
export type AskedFor = 'command' | 'read';

/**
 * Port: what the environment service answers of a project's parity and pipeline. Asked anew for every decision that rests on it. Nobody
 * answering is an answer too: `noParityAnswer` and `noPipelineAnswer`, which count as no; so is what was not asked.
 */
export abstract class EnvironmentAnswersSource {
  abstract ask(question: EnvironmentQuestion, askedFor: AskedFor): Promise<EnvironmentAnswers>;
}
