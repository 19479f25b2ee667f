import type { Recorded } from '@roadbook/decider';
import type { PipelineEvent } from './events.js';
import type { Pipeline, PipelineChange, Standing } from './state.js';

export function evolvePipeline(pipeline: Pipeline, event: Recorded<PipelineEvent>): Pipeline {
  switch (event.type) {
    case 'PipelineOpened':
      return { ...pipeline, opened: true };
    case 'PipelineChangeAnnotated':
      return withChange(pipeline, {
        ...event.data,
        stage: 'annotated',
        annotatedBy: event.actor,
        annotatedAt: event.recordedAt,
      });
    case 'PipelineChangeConfirmed':
      return changed(pipeline, event.data.change, {
        stage: 'confirmed',
        confirmed: { by: event.actor, as: event.role, at: event.recordedAt },
      });
    case 'PipelineChangeWithdrawn':
      return changed(pipeline, event.data.change, { stage: 'withdrawn' });
    case 'PipelineDefinitionReported':
      return { ...pipeline, definition: event.data.definition };
    case 'PipelineChangeImplemented': {
      const { change, before, definition } = event.data;
      const what = pipeline.changes.get(change)?.what ?? '';
      const on = changed(pipeline, change, { stage: 'implemented' });
      return standingOn(on, { event: event.id, change, what, before, definition });
    }
    case 'UnannotatedPipelineChangeFound': {
      const { what, named, before, definition } = event.data;
      return standingOn(pipeline, {
        event: event.id,
        change: null,
        what,
        named,
        before,
        definition,
      });
    }
    case 'PipelineReversalOrdered': {
      const { change, reason } = event.data;
      const ordered = (one: Standing): Standing =>
        one.change === change ? { ...one, reversal: { reason } } : one;
      return { ...pipeline, standing: pipeline.standing.map(ordered) };
    }
    case 'PipelineChangeReverted': {
      const { change, reverts } = event.data;
      const standing = pipeline.standing.filter((one) => one.event !== reverts);
      const off = { ...pipeline, standing };
      return change === null ? off : changed(off, change, { stage: 'reverted' });
    }
    case 'PipelineVerified':
      return pipeline;
    default:
      return unknown(pipeline, event);
  }
}

const unknown = (pipeline: Pipeline, event: never): Pipeline => (event satisfies never, pipeline);

const standingOn = (pipeline: Pipeline, one: Standing): Pipeline => ({
  ...pipeline,
  standing: [...pipeline.standing, one],
});

const withChange = (pipeline: Pipeline, change: PipelineChange): Pipeline => ({
  ...pipeline,
  changes: new Map(pipeline.changes).set(change.change, change),
});

function changed(pipeline: Pipeline, id: string, what: Partial<PipelineChange>): Pipeline {
  const before = pipeline.changes.get(id);
  return before ? withChange(pipeline, { ...before, ...what }) : pipeline;
}
