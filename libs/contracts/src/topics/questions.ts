import { defineTopic } from '../topic.js';

/** How long whoever asks waits; a question that is older is not answered (docs/decisions/0010). */
export const answerWithinMs = 5_000;

export const questions = defineTopic({
  name: 'roadbook.questions',
  direction: 'between',
  summary: 'What one service of Roadbook asks another for a decision that it is about to take.',
});
