import type { Projection } from '@roadbook/read-model';
import { entries } from './entries/entries.js';
import { projects } from './projects/projects.js';

/** The service whose rows these are. */
export const service = 'knowledge-base';

/** Everything that the knowledge base shows, as its read model keeps it. */
export const projections: readonly Projection[] = [projects, entries];
