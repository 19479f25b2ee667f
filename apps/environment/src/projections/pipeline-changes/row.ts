import type { ActorId, Role } from '@roadbook/decider';
import type { Annotation } from '../../domain/pipeline/annotation.js';
import type { ChangeStage } from '../../domain/pipeline/state.js';

/** Who did something, in which role, and when; recorded time. */
export interface Done {
  readonly actor: ActorId;
  readonly role: Role;
  readonly at: string;
}

export type Reasoned = Done & { readonly reason: string };

/** A pipeline change, from its annotation to its end. */
export interface PipelineChangeRow extends Annotation {
  readonly project: string;
  readonly change: string;
  readonly stage: ChangeStage;
  readonly annotated: Done;
  readonly confirmed: Done | null;
  /** By a report of the definition that it led to. */
  readonly implemented: (Done & { readonly before: string; readonly definition: string }) | null;
  readonly withdrawn: Reasoned | null;
  readonly reversalOrdered: Reasoned | null;
  readonly reverted: Done | null;
  /** Of its annotation, in the order of everything. */
  readonly position: number;
  /** Of the pipeline, when something last happened to this change. */
  readonly revision: number;
}
