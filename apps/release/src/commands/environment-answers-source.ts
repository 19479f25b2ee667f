import type { ParityAnswer, PipelineAnswer } from '../domain/environment-answers/answers.js';

/**
 * Port: what the environment context knows of a project's parity and pipeline. Asked anew for every decision that rests on it. Nobody
 * answering is an answer too: `noParityAnswer` and `noPipelineAnswer`, which count as no.
 */
export abstract class EnvironmentAnswersSource {
  /** @param at the instant of the decision, ISO 8601; an answer that is too old by then is none. */
  abstract ask(project: string, at: string): Promise<Answers>;
}

export interface Answers {
  readonly parity: ParityAnswer;
  readonly pipeline: PipelineAnswer;
}
