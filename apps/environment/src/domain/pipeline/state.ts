import type { ActorId, Role } from '@roadbook/decider';
import type { Annotation } from './annotation.js';

/** Where a pipeline change is in its protocol. */
export const changeStages = [
  'annotated',
  'confirmed',
  'implemented',
  'reverted',
  'withdrawn',
] as const;
export type ChangeStage = (typeof changeStages)[number];

/** A pipeline change, with who answers for it. */
export interface PipelineChange extends Annotation {
  readonly change: string;
  readonly stage: ChangeStage;
  readonly annotatedBy: ActorId;
  readonly annotatedAt: string;
  readonly confirmed?: { readonly by: ActorId; readonly as: Role; readonly at: string };
}

/** A change that is in place: each stands on the one before it. */
export interface Standing {
  /** Id of the event by which it was implemented or found. */
  readonly event: string;
  /** Null for one without annotation. */
  readonly change: string | null;
  /** The change in words. */
  readonly what: string;
  readonly before: string;
  readonly definition: string;
  /** Of one without annotation, the change that its report named. */
  readonly named?: string | null;
  /** Its reversal was ordered. */
  readonly reversal?: { readonly reason: string };
}

/** The pipeline of a project. */
export interface Pipeline {
  readonly opened: boolean;
  /** SHA-256 of what is in place; null while nothing was reported. */
  readonly definition: string | null;
  readonly changes: ReadonlyMap<string, PipelineChange>;
  /** What was changed since the baseline and not reverted, in the order in which it came. */
  readonly standing: readonly Standing[];
}

export const noPipeline: Pipeline = {
  opened: false,
  definition: null,
  changes: new Map(),
  standing: [],
};

export const isUnannotated = ({ change }: Standing): boolean => change === null;

export const isStillToBeMade = ({ stage }: PipelineChange): boolean =>
  stage === 'annotated' || stage === 'confirmed';
