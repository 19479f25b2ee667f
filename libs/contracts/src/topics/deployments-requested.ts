import { defineTopic } from '../topic.js';

export const deploymentsRequested = defineTopic({
  name: 'roadbook.deployments.requested',
  direction: 'out',
  summary: 'What deployers are asked to do, with everything needed to act.',
});
