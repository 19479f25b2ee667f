import { hourMs, msBetween } from '@roadbook/decider';
import { noParityAnswer, noPipelineAnswer } from './answers.js';
import type { EnvironmentAnswers } from './decide.js';

/** How long a report is taken for what is so. Older than that, nobody knows, which counts as no. */
const answerAgeMaxMs = hourMs;

/** What still counts of the last reports at that instant. */
export function freshAnswers(
  { parity, pipeline }: EnvironmentAnswers,
  at: string,
): EnvironmentAnswers {
  const isFresh = ({ id, answeredAt }: { id: string; answeredAt: string }) =>
    id !== '' && msBetween(answeredAt, at) <= answerAgeMaxMs;
  return {
    parity: isFresh(parity) ? parity : noParityAnswer,
    pipeline: isFresh(pipeline) ? pipeline : noPipelineAnswer,
  };
}
