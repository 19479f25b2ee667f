import { decode, encode, knownIssuesAsked, topicNamed } from '@roadbook/contracts';
import { plusMs } from '@roadbook/decider';
import type { Asking } from '@roadbook/messaging/asking';
import type { Clock, Ids } from '@roadbook/process';
import { KnownIssuesSource } from '../domain/known-issues/source.js';
import type { KnownIssuesAnswer, KnownIssuesQuestion } from '../domain/known-issues/source.js';

/** How long the cio waits for the knowledge base. */
const limitMs = 5_000;

const exchange = { questions: topicNamed.questions.name, answers: topicNamed.answers.name };

/** Asks the knowledge base over messages. */
export class AskedKnownIssues extends KnownIssuesSource {
  constructor(
    private readonly asking: Pick<Asking, 'ask'>,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
  }

  override async ask(asked: KnownIssuesQuestion): Promise<KnownIssuesAnswer | undefined> {
    const { project, version, origin } = asked;
    const askedAt = this.clock.now();
    const question = encode(
      knownIssuesAsked,
      {
        ...{ project, version, askedAt, deadline: plusMs(askedAt, limitMs) },
        ...{ actor: origin.actor, role: origin.role },
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
    if (answer?.type !== 'roadbook.known-issues-answered.v1') return undefined;
    const { knownIssues, context } = answer.data;
    return { askedAt, knownIssues, context };
  }
}
