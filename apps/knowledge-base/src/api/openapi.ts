import type { ApiDescription } from '@roadbook/http';

/** The knowledge base, as its OpenAPI document introduces it. */
export const knowledgeBaseApi: ApiDescription = {
  service: 'knowledge-base',
  title: 'Roadbook knowledge base',
  version: '1',
  description:
    'Why something happened, what was decided, and what to know next time. Every decision on the road has its entry; people and agents add theirs. Entries are superseded, never changed or deleted. Clients see what is deliverable or both, and nothing that rests on anything else.',
  tags: [
    { name: 'entries', description: 'What is remembered, written and followed' },
    { name: 'search', description: 'Found by words, ranked by relevance, decay and age' },
    { name: 'audit', description: 'What happened, by replay of the events' },
    { name: 'health', description: 'Whether the service lives, and may be sent requests' },
  ],
};
