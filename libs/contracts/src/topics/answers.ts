import { defineTopic } from '../topic.js';

export const answers = defineTopic({
  name: 'roadbook.answers',
  direction: 'between',
  summary: 'What the other service answers.',
});
