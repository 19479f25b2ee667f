import type { Drift, ParityState, PipelineState } from './answers.js';

/** What a deployer reported about a project's environments and pipeline, until the environment service answers. */
export type EnvironmentAnswerEvent =
  | {
      readonly type: 'ParityReported';
      readonly data: {
        readonly staging: ParityState;
        readonly qa: ParityState;
        readonly drift: readonly Drift[];
      };
    }
  | {
      readonly type: 'PipelineReported';
      readonly data: { readonly state: PipelineState; readonly changes: readonly string[] };
    };
