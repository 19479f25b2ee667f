import type { Projection } from '@roadbook/read-model';
import { pipelineChanges } from './pipeline-changes/pipeline-changes.js';
import { pipelines } from './pipelines/pipelines.js';
import { violations } from './violations/violations.js';

/** Everything that the environment service shows, as its read model keeps it. */
export const projections: readonly Projection[] = [pipelineChanges, pipelines, violations];
