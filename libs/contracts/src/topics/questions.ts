import { defineTopic } from '../topic.js';

export const questions = defineTopic({
  name: 'roadbook.questions',
  direction: 'between',
  summary: 'What one service of Roadbook asks another for a decision that it is about to take.',
});
