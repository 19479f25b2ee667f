import { guard } from '@roadbook/decider';
import type { Condition, Environment } from '@roadbook/decider';
import { askedTooLongAgo, isStale } from '../answer-age.js';
import { isUnanswered } from './answers.js';
import type { EnvironmentAnswer, ParityAnswer, PipelineAnswer } from './answers.js';

/** The answers that something rests on, the deployment that it is about, and this instant. */
export interface Resting {
  readonly answers: readonly EnvironmentAnswer[];
  readonly deployment: string | null;
  readonly at: string;
}

/** Parity is asked, not remembered: an answer serves the deployment that it was asked for, at once, and no other. */
export const answersAreFresh: Condition<Resting> = guard(
  'answers-fresh',
  {},
  ({ answers, deployment, at }) => {
    const given = answers.filter((answer) => !isUnanswered(answer));
    if (given.some(({ serves }) => serves !== deployment))
      return 'the environment service was asked for another deployment; ask again';
    return given.some((answer) => isStale(answer, at))
      ? `the environment service was ${askedTooLongAgo}; ask again`
      : undefined;
  },
);

/** The pipeline is asked about before every deployment, parity before one to production. */
export const isAskedForParity = (environment: Environment): boolean => environment === 'production';

/** What a deployment to the environment rests on. */
export const answersFor = (
  environment: Environment,
  { parity, pipeline }: { readonly parity: ParityAnswer; readonly pipeline: PipelineAnswer },
): readonly EnvironmentAnswer[] =>
  isAskedForParity(environment) ? [pipeline, parity] : [pipeline];
