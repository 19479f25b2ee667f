import { entryEventTypes } from '../../domain/entry/events.js';
import type { ProjectRegistered } from '../../domain/project/project.js';

const ofProject: ProjectRegistered['type'] = 'ProjectRegistered';

/** Every type of event that can be on record. */
export const eventTypes: ReadonlySet<string> = new Set([...entryEventTypes, ofProject]);
