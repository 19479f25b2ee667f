import type { Decider, Decision, Recorded } from '@roadbook/decider';
import type { ReleaseCommand } from '../release/commands.js';
import { isUnanswered, noParityAnswer, noPipelineAnswer } from './answers.js';
import type {
  Drift,
  EnvironmentAnswer,
  ParityAnswer,
  ParityState,
  PipelineAnswer,
  PipelineState,
} from './answers.js';

/** What specs and simulations let happen in the environments of a project, of which the environment service would answer. */
export type EnvironmentFact =
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

export type EnvironmentChange =
  | { readonly type: 'ReportParity'; readonly data: DataOf<'ParityReported'> }
  | { readonly type: 'ReportPipeline'; readonly data: DataOf<'PipelineReported'> };

type DataOf<Type extends EnvironmentFact['type']> = Extract<
  EnvironmentFact,
  { type: Type }
>['data'];

export interface Environments {
  readonly parity: ParityAnswer;
  readonly pipeline: PipelineAnswer;
}

/** The environments of a project, as far as a release asks about them. */
export const environmentsDecider: Decider<EnvironmentChange, Environments, EnvironmentFact> = {
  initial: { parity: noParityAnswer, pipeline: noPipelineAnswer },

  decide(change): Decision<EnvironmentFact> {
    return change.type === 'ReportParity'
      ? [{ type: 'ParityReported', data: change.data }]
      : [{ type: 'PipelineReported', data: change.data }];
  },

  evolve(environments, fact: Recorded<EnvironmentFact>): Environments {
    const { id, recordedAt } = fact;
    const answer = { id, askedAt: recordedAt, answeredAt: recordedAt, serves: null };
    return fact.type === 'ParityReported'
      ? { ...environments, parity: { ...answer, ...fact.data } }
      : { ...environments, pipeline: { ...answer, ...fact.data } };
  },
};

/** What is answered at that instant, for one deployment or for none. An answer that serves a deployment already stays as it is. */
export const answeredAt = (
  { parity, pipeline }: Environments,
  at: string,
  serves: string | null,
): Environments => ({
  parity: isOpen(parity) ? { ...parity, askedAt: at, serves } : parity,
  pipeline: isOpen(pipeline) ? { ...pipeline, askedAt: at, serves } : pipeline,
});

const isOpen = (answer: EnvironmentAnswer): boolean =>
  !isUnanswered(answer) && answer.serves === null;

/** The deployment that the command is about, where it rests on answers. */
export const servedBy = (command: ReleaseCommand): string | null => {
  if (command.type === 'RequestDeployment') return command.data.claim;
  return command.type === 'ClaimDeployment' ? command.data.deployment : null;
};
