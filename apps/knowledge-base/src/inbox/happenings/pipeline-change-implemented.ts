import type { PipelineChangeImplemented } from '@roadbook/contracts';
import { code, layout } from '@roadbook/documents';
import type { Composed } from '../composed.js';
import { annotationPart } from './pipeline-change.js';

/** A confirmed pipeline change was made. It fades in two years, as pipelines live long. */
export const composePipelineImplemented = (told: PipelineChangeImplemented): Composed => {
  const { annotation, before, definition } = told;
  return {
    ...{ type: 'decision', visibility: 'internal', decay: 'long' },
    title: `Pipeline change implemented: ${annotation.what}`,
    context: annotation.why,
    content: layout`### Annotation

${annotationPart(annotation)}

### Definition

- Before: ${code(before)}
- Now: ${code(definition)}`,
    outcome: 'Implemented as it was annotated and confirmed.',
    impact: annotation.impact,
  };
};
