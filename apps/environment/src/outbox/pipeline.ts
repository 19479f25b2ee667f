import {
  pipelineChangeAnnotated,
  pipelineChangeConfirmed,
  pipelineChangeImplemented,
  pipelineChangeReverted,
  unannotatedPipelineChangeFound,
} from '@roadbook/contracts';
import type { Recorded } from '@roadbook/decider';
import { nothing, tell } from '@roadbook/telling';
import type { Happening, Told } from '@roadbook/telling';
import type { PipelineEvent, PipelineEventType } from '../domain/pipeline/events.js';
import type { Pipeline, PipelineChange } from '../domain/pipeline/state.js';
import { title } from './parts.js';

/** A pipeline at one of its events. */
interface AtEvent {
  readonly happening: Happening;
  /** Up to the event and including it. */
  readonly pipeline: Pipeline;
}

type Of<Type extends PipelineEventType> = Extract<Recorded<PipelineEvent>, { type: Type }>;

/** What is told of each event; the compiler keeps it complete. */
const tellings: {
  readonly [Type in PipelineEventType]: (event: Of<Type>, at: AtEvent) => readonly Told[];
} = {
  PipelineOpened: nothing,
  PipelineChangeAnnotated: ({ data }, { happening }) => [
    tell(pipelineChangeAnnotated, { ...happening, ...data }),
  ],
  PipelineChangeConfirmed: ({ data: { change } }, { happening, pipeline }) => [
    tell(pipelineChangeConfirmed, { ...happening, ...planOf(changeIn(pipeline, change)) }),
  ],
  PipelineChangeWithdrawn: nothing,
  PipelineDefinitionReported: nothing,
  PipelineChangeImplemented: ({ data }, { happening, pipeline }) => {
    const { change, before, definition } = data;
    const annotation = annotationOf(changeIn(pipeline, change));
    return [tell(pipelineChangeImplemented, { ...happening, annotation, before, definition })];
  },
  UnannotatedPipelineChangeFound: ({ data }, { happening }) => {
    const { before, definition, what } = data;
    const told = { ...happening, before, definition, change: title(what) };
    return [tell(unannotatedPipelineChangeFound, told)];
  },
  PipelineReversalOrdered: nothing,
  /** One report can revert several changes: each is an event, and so a message. */
  PipelineChangeReverted: ({ data }, { happening, pipeline }) => {
    const { change, what, reverts, before, definition, reason } = data;
    const annotation = change === null ? null : annotationOf(changeIn(pipeline, change));
    const told = { annotation, what: title(what), reverts, before, definition, reason };
    return [tell(pipelineChangeReverted, { ...happening, ...told })];
  },
  PipelineVerified: nothing,
};

export function toldOfPipeline(event: Recorded<PipelineEvent>, at: AtEvent): readonly Told[] {
  const telling = tellings[event.type] as (event: Recorded<PipelineEvent>, at: AtEvent) => Told[];
  return telling(event, at);
}

function changeIn({ changes }: Pipeline, id: string): PipelineChange {
  const change = changes.get(id);
  if (!change) throw new Error(`there is no pipeline change ${id}`);
  return change;
}

const planOf = ({ change, what, why, impact, undo, announced }: PipelineChange) => ({
  ...{ change, what, why, impact, undo, announced },
});

/** The plan, and who said yes to it before the change was made. */
function annotationOf(change: PipelineChange) {
  const { announced: _, ...plan } = planOf(change);
  const { annotatedBy, annotatedAt, confirmed } = change;
  if (!confirmed) throw new Error(`the pipeline change ${change.change} was not confirmed`);
  const { by: confirmedBy, as: confirmedAs, at: confirmedAt } = confirmed;
  return { ...plan, annotatedBy, annotatedAt, confirmedBy, confirmedAs, confirmedAt };
}
