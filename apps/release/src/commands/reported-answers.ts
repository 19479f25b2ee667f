import type { Decisions } from '@roadbook/decisions';
import { environmentAnswerDecider } from '../domain/environment-answers/decide.js';
import { freshAnswers } from '../domain/environment-answers/freshness.js';
import { answersStream } from '../domain/streams.js';
import { EnvironmentAnswersSource } from './environment-answers-source.js';
import type { Answers } from './environment-answers-source.js';

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
