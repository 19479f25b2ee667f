import {
  answerWithinMs,
  decode,
  encode,
  knownIssuesAnswered,
  messageId,
  topicNamed,
} from '@roadbook/contracts';
import type { KnownIssuesAnswered } from '@roadbook/contracts';
import type { Consumer, Handle, Messaging } from '@roadbook/messaging';
import { answering } from '@roadbook/messaging/asking';
import type { Addressed, Envelope } from '@roadbook/messaging/envelope';
import type { Clock } from '@roadbook/process';

const questions = topicNamed.questions.name;
const source = 'urn:roadbook:knowledge-base';

/** What the knowledge base has for the release notes of a version. Rejects for a project that it has not heard of. */
export type ForNotes = (
  project: string,
  version: string,
) => Promise<Pick<KnownIssuesAnswered, 'knownIssues' | 'context'>>;

/** Answers what the release service asks when release notes are compiled. Every other question is somebody else's. */
export class Answers implements Consumer {
  readonly name = 'knowledge-base.questions';
  readonly topics = [questions];
  readonly take: Handle;

  constructor(
    messaging: Messaging,
    private readonly clock: Clock,
    private readonly forNotes: ForNotes,
  ) {
    const answers = topicNamed.answers.name;
    this.take = answering((question) => this.answer(question), {
      ...{ messaging, clock, answers, limitMs: answerWithinMs },
    });
  }

  /**
   * The same question has the same answer, by its id, as long as the same is known. A project that was not heard of is on its way: the
   * question comes again, until nobody waits for it.
   */
  async answer(question: Envelope): Promise<Addressed | undefined> {
    const asked = decode(questions, question);
    if (asked.type !== 'roadbook.known-issues-asked.v1') return undefined;
    const { project, version } = asked.data;
    const found = await this.forNotes(project, version);
    const time = this.clock.now();
    const data = { question: asked.id, project, version, answeredAt: time, ...found };
    const { key, envelope } = encode(knownIssuesAnswered, data, {
      ...{ source, time, id: messageId(knownIssuesAnswered, asked.id) },
      ...{ correlationId: asked.id, causationId: asked.id },
    });
    return { key, envelope };
  }
}
