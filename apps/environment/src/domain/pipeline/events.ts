import type { Event, MissingCondition } from '@roadbook/decider';
import type { AskedFor } from '../verification.js';
import type { Annotation } from './annotation.js';
import type { PipelineAnswer } from './answer.js';
import type { DefinitionReport } from './commands.js';

interface OfChange {
  /** Id of the pipeline change. */
  change: string;
}

/** The definition that was in place before, and the one that is in place now, each by its SHA-256. */
interface Replaced {
  before: string;
  definition: string;
}

/** What happens to the pipeline of a project. */
export type PipelineEvent =
  /** The project was registered. */
  | Event<'PipelineOpened', { project: string }>
  | Event<'PipelineChangeAnnotated', OfChange & Annotation>
  | Event<'PipelineChangeConfirmed', OfChange>
  | Event<'PipelineChangeWithdrawn', OfChange & { reason: string }>
  /** Another definition than before is in place. The first one is the baseline. */
  | Event<'PipelineDefinitionReported', DefinitionReport>
  | Event<'PipelineChangeImplemented', OfChange & Replaced>
  /** It blocks the promotions of the project until the definition before it is in place again. `named` is the change that the report named. */
  | Event<
      'UnannotatedPipelineChangeFound',
      Replaced & { named: string | null; what: string; missing: readonly MissingCondition[] }
    >
  | Event<'PipelineReversalOrdered', OfChange & { reason: string }>
  /** `reverts` is the event by which the change was implemented or found; `change` is null for one without annotation. */
  | Event<
      'PipelineChangeReverted',
      Replaced & { change: string | null; reverts: string; what: string; reason: string | null }
    >
  /** What was answered, and to which question. */
  | Event<'PipelineVerified', AskedFor & PipelineAnswer>;

export type PipelineEventType = PipelineEvent['type'];
export type DataOf<Type extends PipelineEventType> = Extract<PipelineEvent, { type: Type }>['data'];
