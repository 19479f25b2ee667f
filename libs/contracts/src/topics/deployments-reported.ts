import { defineTopic } from '../topic.js';

export const deploymentsReported = defineTopic({
  name: 'roadbook.deployments.reported',
  direction: 'in',
  summary: 'What deployers took up, and how it went.',
});
