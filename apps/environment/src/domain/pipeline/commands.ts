import type { Command } from '@roadbook/decider';
import type { AskedFor } from '../verification.js';
import type { Annotation } from './annotation.js';

interface OfChange {
  /** Id of the pipeline change. */
  change: string;
}

/** What a deployer reports to be in place. */
export interface DefinitionReport {
  /** SHA-256 of the definition, which is of everything that the pipeline of the project consists of. */
  readonly definition: string;
  /** What it is called where it lies, for people to find it; null where nobody said. It tells no definitions apart: there is one. */
  readonly name: string | null;
  readonly link: string | null;
  /** The pipeline change that it implements, where it names one. */
  readonly change: string | null;
}

/** What is asked of the pipeline of a project. */
export type PipelineCommand =
  | Command<'OpenPipeline', { project: string }>
  /** `change` is the id that the change gets. */
  | Command<'AnnotatePipelineChange', OfChange & Annotation>
  | Command<'ConfirmPipelineChange', OfChange>
  | Command<'WithdrawPipelineChange', OfChange & { reason: string }>
  | Command<'ReportPipelineDefinition', DefinitionReport>
  | Command<'OrderPipelineReversal', OfChange & { reason: string }>
  | Command<'VerifyPipeline', AskedFor>;

export type PipelineCommandType = PipelineCommand['type'];
export type CommandOf<Type extends PipelineCommandType> = Extract<PipelineCommand, { type: Type }>;
