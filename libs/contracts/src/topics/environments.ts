import { defineTopic } from '../topic.js';

export const environments = defineTopic({
  name: 'roadbook.environments',
  direction: 'out',
  summary: 'What happened to environments, their configuration, and the pipeline.',
});
