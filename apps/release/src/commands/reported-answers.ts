import type { Decisions } from '@roadbook/decisions';
import { noParityAnswer, noPipelineAnswer } from '../domain/environment-answers/answers.js';
import { environmentAnswerDecider } from '../domain/environment-answers/decide.js';
import { answersStream } from '../domain/streams.js';
import { msBetween } from '../domain/time.js';
import { EnvironmentAnswersSource } from './environment-answers-source.js';
import type { Answers } from './environment-answers-source.js';

/** How long a report is taken for what is so. Older than that, nobody knows, which counts as no. */
export const answerAgeMaxMs = 60 * 60_000;

/** Answers with what deployers last reported through the API, until the environment service answers. */
export class ReportedAnswers extends EnvironmentAnswersSource {
  constructor(private readonly decisions: Decisions) {
    super();
  }

  override async ask(project: string, at: string): Promise<Answers> {
    const { state } = await this.decisions.load(environmentAnswerDecider, answersStream(project));
    return freshAnswers(state, at);
  }
}

/** What still counts of the last reports at that instant. */
export function freshAnswers({ parity, pipeline }: Answers, at: string): Answers {
  const isFresh = ({ id, answeredAt }: { id: string; answeredAt: string }) =>
    id !== '' && msBetween(answeredAt, at) <= answerAgeMaxMs;
  return {
    parity: isFresh(parity) ? parity : noParityAnswer,
    pipeline: isFresh(pipeline) ? pipeline : noPipelineAnswer,
  };
}
