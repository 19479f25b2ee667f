import type { EnvironmentAnswerEvent } from './events.js';

/** What a deployer reports of the environments and the pipeline of a project. */
export type EnvironmentAnswerCommand =
  | {
      readonly type: 'ReportParity';
      readonly data: Extract<EnvironmentAnswerEvent, { type: 'ParityReported' }>['data'];
    }
  | {
      readonly type: 'ReportPipeline';
      readonly data: Extract<EnvironmentAnswerEvent, { type: 'PipelineReported' }>['data'];
    };
