import type { Clock } from '@roadbook/process';
import type { ContextLine } from '../release/parts.js';
import { KnownIssuesSource } from './source.js';
import type { DrawnIssue, KnownIssuesAnswer, KnownIssuesQuestion } from './source.js';

/** Answers at once, what a spec describes; or not at all. */
export class DescribedKnowledge extends KnownIssuesSource {
  readonly asked: KnownIssuesQuestion[] = [];
  answers = true;
  knownIssues: readonly DrawnIssue[] = [];
  context: readonly ContextLine[] = [];

  constructor(private readonly clock: Clock) {
    super();
  }

  override ask(question: KnownIssuesQuestion): Promise<KnownIssuesAnswer | undefined> {
    this.asked.push(question);
    const { knownIssues, context } = this;
    const answer = { askedAt: this.clock.now(), knownIssues, context };
    return Promise.resolve(this.answers ? answer : undefined);
  }
}
