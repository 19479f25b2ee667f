import { Holds, HoldsAll, words } from '@roadbook/api';
import { roles } from '@roadbook/decider';
import type { ActorId, Role } from '@roadbook/decider';
import { pipelineStates } from '../../domain/pipeline/answer.js';
import type { PipelineState } from '../../domain/pipeline/answer.js';
import type {
  DefinitionInPlace,
  PipelineView,
  StandingChange,
} from '../../queries/pipeline/pipeline-view.js';
import type { HistoryLine } from '../../queries/recorded/history-line.js';

export class DefinitionInPlaceDto implements DefinitionInPlace {
  /**
   * Its SHA-256.
   * @example '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752'
   */
  definition: string;

  /** @example '.ci/release.yml' */
  name: string | null;

  /** @example 'https://git.example/shop/blob/c0ffee1/.ci/release.yml' */
  link: string | null;

  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  reportedBy: ActorId;

  /**
   * Recorded time.
   * @example '2026-03-02T08:05:00.000Z'
   */
  since: string;
}

export class StandingChangeDto implements StandingChange {
  /**
   * Id of the event by which it was implemented or found.
   * @example '0d2f9a3e-5f0c-5b8e-9a63-1d3f6a2b7c11'
   */
  event: string;

  /**
   * The pipeline change; null for one without annotation.
   * @example '9b2f0a6e-52f4-5b1d-8a39-3f1f5e0c7d21'
   */
  change: string | null;

  /**
   * What was found, in words; null for a change that was annotated.
   * @example null
   */
  found: string | null;

  /**
   * SHA-256 of the definition before: the one to go back to.
   * @example '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
   */
  before: string;

  /** @example '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752' */
  definition: string;

  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  reportedBy: ActorId;

  /** @example '2026-03-02T08:05:00.000Z' */
  since: string;

  /**
   * Whether a cio ordered it reverted.
   * @example false
   */
  reversalOrdered: boolean;
}

export class PipelineDto implements PipelineView {
  /** @example 'shop' */
  project: string;

  /**
   * `unannotated`: a change stands that was not annotated and confirmed before it was made. Like `unknown`, it blocks every promotion.
   * @example 'confirmed'
   */
  @Holds(words(pipelineStates))
  state: PipelineState;

  /** What is in place; null while nothing was reported. */
  @Holds(() => DefinitionInPlaceDto, { orNull: true })
  inPlace: DefinitionInPlaceDto | null;

  /** What was changed since the first report and not reverted, in the order in which it came. */
  @HoldsAll(() => StandingChangeDto)
  standing: StandingChangeDto[];

  /**
   * Of the pipeline; the ETag says the same.
   * @example 7
   */
  revision: number;

  /**
   * When something was last recorded about the pipeline.
   * @example '2026-03-02T08:05:00.000Z'
   */
  changedAt: string;
}

export class EnvironmentHistoryLineDto implements HistoryLine {
  /** @example '0d2f9a3e-5f0c-5b8e-9a63-1d3f6a2b7c11' */
  id: string;

  /**
   * Its place in its stream, from 0.
   * @example 3
   */
  revision: number;

  /** @example 'PipelineChangeConfirmed' */
  type: string;

  /**
   * Recorded time.
   * @example '2026-03-02T08:05:00.000Z'
   */
  at: string;

  /**
   * The reporter's time, where one was given.
   * @example null
   */
  occurredAt: string | null;

  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  actor: ActorId;

  /** @example 'cto' */
  @Holds(words(roles))
  role: Role;

  /** @example 'change 9b2f0a6e-52f4-5b1d-8a39-3f1f5e0c7d21 confirmed' */
  what: string;
}
