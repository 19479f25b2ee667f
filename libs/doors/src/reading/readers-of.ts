import { everybody, readers } from '@roadbook/api';
import { topicNamed, topics } from '@roadbook/contracts';
import type { Role } from '@roadbook/decider';
import { problems } from '@roadbook/http';

/** What Roadbook says: what others say to it, and what its services ask each other, is read by nobody else. */
export const readableTopics = topics
  .filter(({ direction }) => direction === 'out')
  .map(({ name }) => name);

/**
 * The roles that may read the topic: what clients may read is for everybody, and clients read nothing else.
 * @throws Problem 404 for a topic that nobody reads
 */
export function readersOf(topic: string): readonly [Role, ...Role[]] {
  if (!readableTopics.includes(topic))
    throw problems.notFound(`there is no such topic to read; read ${readableTopics.join(', ')}`);
  return topic === topicNamed.knowledgeDeliverable.name ? everybody : readers;
}
