import type { DataOf, PipelineEventType } from '../../domain/pipeline/events.js';

const short = (definition: string): string => definition.slice(0, 8);

/** What happened to the pipeline, for each type of event. */
export const pipelineSentences: {
  readonly [Type in PipelineEventType]: (data: DataOf<Type>) => string;
} = {
  PipelineChangeAnnotated: ({ change, what }) => `change ${change} annotated: ${what}`,
  PipelineChangeConfirmed: ({ change }) => `change ${change} confirmed`,
  PipelineChangeImplemented: ({ change, before, definition }) =>
    `change ${change} implemented: definition ${short(definition)} in place of ${short(before)}`,
  PipelineChangeReverted: ({ change, what, definition }) =>
    `${change === null ? 'change without annotation' : `change ${change}`} reverted to definition ${short(definition)}: ${what}`,
  PipelineChangeWithdrawn: ({ change, reason }) => `change ${change} withdrawn: ${reason}`,
  PipelineDefinitionReported: ({ definition, name }) =>
    `definition ${name === null ? '' : `of ${name} `}reported: ${short(definition)}`,
  PipelineOpened: ({ project }) => `pipeline of ${project} opened`,
  PipelineReversalOrdered: ({ change, reason }) =>
    `reversal of change ${change} ordered: ${reason}`,
  PipelineVerified: ({ version, environment, purpose, state }) =>
    `asked for ${version ?? 'the project'} to ${environment} (${purpose}): ${state}`,
  UnannotatedPipelineChangeFound: ({ what }) => `change without annotation found: ${what}`,
};
