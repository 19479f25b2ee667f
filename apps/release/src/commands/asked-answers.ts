import { decode, encode, environmentAsked, topicNamed } from '@roadbook/contracts';
import type { EnvironmentAnswered } from '@roadbook/contracts';
import { plusMs } from '@roadbook/decider';
import type { Asking } from '@roadbook/messaging/asking';
import type { Clock, Ids } from '@roadbook/process';
import { noParityAnswer, noPipelineAnswer } from '../domain/environment-answers/answers.js';
import { EnvironmentAnswersSource } from '../domain/environment-answers/source.js';
import type {
  EnvironmentAnswers,
  EnvironmentQuestion,
} from '../domain/environment-answers/source.js';

/** How long whoever gave a command waits for the environment service. */
const limitMs = 5_000;

const exchange = { questions: topicNamed.questions.name, answers: topicNamed.answers.name };

/** Asks the environment service over messages. */
export class AskedAnswers extends EnvironmentAnswersSource {
  constructor(
    private readonly asking: Pick<Asking, 'ask'>,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
  }

  override async ask({ origin, ...asked }: EnvironmentQuestion): Promise<EnvironmentAnswers> {
    const askedAt = this.clock.now();
    const question = encode(
      environmentAsked,
      {
        ...asked,
        askedAt,
        deadline: plusMs(askedAt, limitMs),
        actor: origin.actor,
        role: origin.role,
      },
      {
        id: this.ids.next(),
        source: 'urn:roadbook:release',
        time: askedAt,
        correlationId: origin.correlationId,
      },
    );
    const envelope = await this.asking.ask({ exchange, question, limitMs });
    const answer = envelope && decode(exchange.answers, envelope);
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
