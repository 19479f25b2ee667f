import { encode, environmentAsked } from '@roadbook/contracts';
import type { EnvironmentAnswered } from '@roadbook/contracts';
import { noParityAnswer, noPipelineAnswer } from '../domain/environment-answers/answers.js';
import { EnvironmentAnswersSource } from '../domain/environment-answers/source.js';
import type {
  AskedFor,
  EnvironmentAnswers,
  EnvironmentQuestion,
} from '../domain/environment-answers/source.js';
import type { Questions } from './questions.js';

/** Asks the environment service over messages. */
export class AskedAnswers extends EnvironmentAnswersSource {
  constructor(private readonly questions: Questions) {
    super();
  }

  override async ask(
    { origin, ...asked }: EnvironmentQuestion,
    askedFor: AskedFor,
  ): Promise<EnvironmentAnswers> {
    const { askedAt, answer } = await this.questions.ask(
      origin,
      (said, provenance) => encode(environmentAsked, { ...asked, ...said }, provenance),
      askedFor,
    );
    return answersIn(
      answer?.type === 'roadbook.environment-answered.v1' ? answer.data : undefined,
      askedAt,
      asked.deployment,
    );
  }
}

/** What was not asked, or not answered in time, is nobody's answer. */
const answersIn = (
  answered: EnvironmentAnswered | undefined,
  askedAt: string,
  serves: string | null,
): EnvironmentAnswers => ({
  parity: answered?.parity ? { ...answered.parity, askedAt, serves } : noParityAnswer,
  pipeline: answered?.pipeline ? { ...answered.pipeline, askedAt, serves } : noPipelineAnswer,
});
