import { forms, noteMax, titleMax } from '@roadbook/decider';
import {
  CommandDto,
  Is,
  link,
  madeId,
  matching,
  Maybe,
  PageQuery,
  ProjectPath,
  text,
  oneOf,
} from '@roadbook/api';
import { changeStages } from '../../domain/pipeline/state.js';
import type { ChangeStage } from '../../domain/pipeline/state.js';

const nameMax = 100;

const definitionHash = matching({
  ...forms.sha256,
  says: 'the SHA-256 of a definition: 64 hexadecimal digits in lower case',
});

/** The path of what is asked about the pipeline of a project. */
export const pipelinePath = 'v1/projects/:project/pipeline';

export class PipelineChangePath extends ProjectPath {
  /**
   * The id that the annotation was answered with.
   * @example '9b2f0a6e-52f4-5b1d-8a39-3f1f5e0c7d21'
   */
  @Is(madeId)
  change: string;
}

export class AnnotatePipelineChangeDto extends CommandDto {
  /**
   * What is changed.
   * @example 'Integration tests run in shards'
   */
  @Is(text(titleMax))
  what: string;

  /** @example 'They take 40 minutes.' */
  @Is(text(noteMax))
  why: string;

  /**
   * What it means for releases, and for whoever works with the pipeline.
   * @example 'Nothing for releases; failures are reported for each shard.'
   */
  @Is(text(noteMax))
  impact: string;

  /**
   * How it is undone.
   * @example 'Take the matrix out of the workflow.'
   */
  @Is(text(noteMax))
  undo: string;

  /**
   * SHA-256 of the definition that it leads to, where that is known beforehand: a report of it then is the implementation.
   * @example '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752'
   */
  @Maybe()
  @Is(definitionHash)
  announced?: string;
}

export class PipelineReasonDto extends CommandDto {
  /** @example 'The shards starve each other.' */
  @Is(text(noteMax))
  reason: string;
}

export class ReportPipelineDefinitionDto extends CommandDto {
  /**
   * SHA-256 of the definition that is in place: one for the whole pipeline of the project. Where that lies in several files, it is the SHA-256
   * of all of them together, in a fixed order.
   * @example '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752'
   */
  @Is(definitionHash)
  definition: string;

  /**
   * What it is called where it lies, for people to find it. A report by another name is about the same definition.
   * @example '.ci/release.yml'
   */
  @Maybe()
  @Is(text(nameMax))
  name?: string;

  /**
   * Where it can be read.
   * @example 'https://git.example/shop/blob/c0ffee1/.ci/release.yml'
   */
  @Maybe()
  @Is(link)
  link?: string;

  /**
   * The pipeline change that it implements, by its id.
   * @example '9b2f0a6e-52f4-5b1d-8a39-3f1f5e0c7d21'
   */
  @Maybe()
  @Is(madeId)
  change?: string;
}

export class PipelineChangesQuery extends PageQuery {
  /** Where in the protocol. */
  @Maybe()
  @Is(oneOf(changeStages))
  stage?: ChangeStage;
}
