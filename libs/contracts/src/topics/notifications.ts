import { defineTopic } from '../topic.js';

export const notifications = defineTopic({
  name: 'roadbook.notifications',
  direction: 'out',
  summary: 'What a role must know, in plain words, one message for each role.',
});
