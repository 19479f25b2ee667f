import type { ActorId } from '@roadbook/decider';

/** A change of the pipeline that is in place. */
export interface StandingChange {
  /** Id of the event by which it was implemented or found. */
  readonly event: string;
  /** Null for one without annotation. */
  readonly change: string | null;
  /** In words; null where the change itself says it. */
  readonly found: string | null;
  readonly before: string;
  readonly definition: string;
  readonly reportedBy: ActorId;
  /** Recorded time. */
  readonly since: string;
  readonly reversalOrdered: boolean;
}

/** What is in place. */
export interface DefinitionInPlace {
  /** SHA-256. */
  readonly definition: string;
  readonly name: string | null;
  readonly link: string | null;
  readonly reportedBy: ActorId;
  /** Recorded time. */
  readonly since: string;
}

/** The pipeline of a project. */
export interface PipelineRow {
  readonly project: string;
  /** Null while nothing was reported. */
  readonly inPlace: DefinitionInPlace | null;
  /** What was changed since the baseline and not reverted, in the order in which it came. */
  readonly standing: readonly StandingChange[];
  readonly revision: number;
  /** Recorded time of the last event. */
  readonly changedAt: string;
}
