import type { PipelineChangeReverted } from '@roadbook/contracts';
import { code, layout, Markdown } from '@roadbook/documents';
import type { Composed } from '../composed.js';
import { annotationPart } from './pipeline-change.js';

/** The pipeline is again what it was before a change. It fades in two years, like the entry of the change. */
export const composePipelineReverted = (told: PipelineChangeReverted): Composed => {
  const { annotation, before, definition, reason, reverts } = told;
  return {
    ...{ type: 'decision', visibility: 'internal', decay: 'long' },
    title: `Pipeline change reverted: ${annotation?.what ?? 'made without annotation'}`,
    context: reason ?? 'Nobody said why.',
    content: layout`**Reverts the event:** ${code(reverts)}

### Annotation

${annotation === null ? new Markdown('None: it was made without.') : annotationPart(annotation)}

### Definition

- While the change stood: ${code(before)}
- Now, as before it: ${code(definition)}`,
    outcome: "The pipeline's definition is again what it was before the change.",
    impact:
      annotation === null
        ? 'What was in place without annotation holds promotions up no longer; it is redone through the protocol.'
        : 'What the change meant for releases is undone.',
  };
};
