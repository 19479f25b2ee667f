import { guard, msBetween } from '@roadbook/decider';
import type { Condition, Environment } from '@roadbook/decider';
import { isUnanswered } from './answers.js';
import type { EnvironmentAnswer, ParityAnswer, PipelineAnswer } from './answers.js';

/** How long after its asking a decision may rest on an answer (docs/decisions/0010). */
export const answerAgeMsMax = 10_000;

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
    return given.some(({ askedAt }) => msBetween(askedAt, at) > answerAgeMsMax)
      ? 'the environment service was asked more than 10 s ago; ask again'
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
