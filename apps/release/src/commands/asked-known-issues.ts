import { encode, knownIssuesAsked } from '@roadbook/contracts';
import { KnownIssuesSource } from '../domain/known-issues/source.js';
import type { KnownIssuesAnswer, KnownIssuesQuestion } from '../domain/known-issues/source.js';
import type { Questions } from './questions.js';

/** Asks the knowledge base over messages. */
export class AskedKnownIssues extends KnownIssuesSource {
  constructor(private readonly questions: Questions) {
    super();
  }

  override async ask(asked: KnownIssuesQuestion): Promise<KnownIssuesAnswer | undefined> {
    const { project, version, origin } = asked;
    const { askedAt, answer } = await this.questions.ask(
      origin,
      (said, provenance) => encode(knownIssuesAsked, { project, version, ...said }, provenance),
      'command',
    );
    if (answer?.type !== 'roadbook.known-issues-answered.v1') return undefined;
    const { knownIssues, context } = answer.data;
    return { askedAt, knownIssues, context };
  }
}
