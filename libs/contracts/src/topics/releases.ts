import { defineTopic } from '../topic.js';

export const releases = defineTopic({
  name: 'roadbook.releases',
  direction: 'out',
  summary: 'What happened to releases, from planning to the end of a rollback.',
});
