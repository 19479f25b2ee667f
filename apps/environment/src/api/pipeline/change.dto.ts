import { Holds, words } from '@roadbook/api';
import { roles } from '@roadbook/decider';
import type { ActorId, Role } from '@roadbook/decider';
import type {
  PipelineChangeDocument,
  PipelineChangeResult,
} from '../../documents/pipeline-change/document.js';
import { changeStages } from '../../domain/pipeline/state.js';

export class DoneDto {
  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  actor: ActorId;

  /** @example 'cio' */
  @Holds(words(roles))
  role: Role;

  /**
   * Recorded time.
   * @example '2026-03-02T08:05:00.000Z'
   */
  at: string;
}

export class ReasonedDto extends DoneDto {
  /** @example 'The shards starve each other.' */
  reason: string;
}

export class DefinitionsDto {
  /**
   * SHA-256 of what was in place before; null while the change is not implemented.
   * @example '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
   */
  before: string | null;

  /** @example null */
  announced: string | null;

  /** @example '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752' */
  after: string | null;
}

/** The record of a pipeline change. */
export class PipelineChangeDto implements PipelineChangeDocument {
  /** @example '9b2f0a6e-52f4-5b1d-8a39-3f1f5e0c7d21' */
  change: string;

  /**
   * When it was annotated.
   * @example '2026-03-02T08:00:00.000Z'
   */
  date: string;

  /** @example 'Integration tests run in shards' */
  what: string;

  /** @example 'They take 40 minutes.' */
  reason: string;

  /** @example 'Nothing for releases; failures are reported for each shard.' */
  impact: string;

  /** @example 'Take the matrix out of the workflow.' */
  undo: string;

  definition: DefinitionsDto;

  annotatedBy: DoneDto;

  /** Null while nobody has. */
  @Holds(() => DoneDto, { orNull: true })
  confirmedBy: DoneDto | null;

  /** Who reported the definition that it led to. */
  @Holds(() => DoneDto, { orNull: true })
  implementedBy: DoneDto | null;

  @Holds(() => ReasonedDto, { orNull: true })
  reversalOrderedBy: ReasonedDto | null;

  /** Who reported that the definition before it is in place again. */
  @Holds(() => DoneDto, { orNull: true })
  revertedBy: DoneDto | null;

  @Holds(() => ReasonedDto, { orNull: true })
  withdrawnBy: ReasonedDto | null;

  /** @example 'CONFIRMED' */
  @Holds(words(changeStages.map((stage) => stage.toUpperCase())))
  result: PipelineChangeResult;
}
