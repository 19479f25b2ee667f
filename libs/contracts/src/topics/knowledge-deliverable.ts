import { defineTopic } from '../topic.js';

export const knowledgeDeliverable = defineTopic({
  name: 'roadbook.knowledge.deliverable',
  direction: 'out',
  summary: 'Entries of the knowledge base that clients may read: visibility deliverable and both.',
});
