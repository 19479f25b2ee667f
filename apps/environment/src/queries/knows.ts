import type { EventStore } from '@roadbook/event-store';
import { UnknownProject } from '@roadbook/questions';
import { unknownProject } from '../domain/guards.js';
import { pipelineStream } from '../domain/streams.js';

/**
 * Looked up in the store: the streams of a project begin when the service hears of it.
 * @throws UnknownProject
 */
export async function knows(store: EventStore, project: string): Promise<void> {
  const [opened] = await store.readStream(pipelineStream(project), { limit: 1 });
  if (!opened) throw new UnknownProject(project, unknownProject);
}
