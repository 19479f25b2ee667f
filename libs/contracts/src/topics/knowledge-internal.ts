import { defineTopic } from '../topic.js';

export const knowledgeInternal = defineTopic({
  name: 'roadbook.knowledge.internal',
  direction: 'out',
  summary: 'Entries of the knowledge base for everybody inside: visibility internal and both.',
});
