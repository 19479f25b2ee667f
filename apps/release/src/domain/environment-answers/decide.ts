import { guard, refuseAtFirst } from '@roadbook/decider';
import type { Condition, Decider, Decision, Origin, Recorded } from '@roadbook/decider';
import { answerPermissions } from '../permissions.js';
import { noParityAnswer, noPipelineAnswer } from './answers.js';
import type { ParityAnswer, PipelineAnswer } from './answers.js';
import type { EnvironmentAnswerCommand } from './commands.js';
import type { EnvironmentAnswerEvent } from './events.js';

export type { EnvironmentAnswerCommand } from './commands.js';

/** The last answers that a deployer reported. */
export interface EnvironmentAnswers {
  readonly parity: ParityAnswer;
  readonly pipeline: PipelineAnswer;
}

const deployerReports: Condition<{ command: EnvironmentAnswerCommand; origin: Origin }> = guard(
  'answers-from-deployer',
  { from: 'deployer' },
  ({ command: { type }, origin: { role } }) =>
    answerPermissions[type].includes(role) ? undefined : `this is for deployer, not for ${role}`,
);

/** Every report is recorded: when it was last observed is what counts. */
export const environmentAnswerDecider: Decider<
  EnvironmentAnswerCommand,
  EnvironmentAnswers,
  EnvironmentAnswerEvent
> = {
  initial: { parity: noParityAnswer, pipeline: noPipelineAnswer },

  decide(command, _answers, origin): Decision<EnvironmentAnswerEvent> {
    const refusal = refuseAtFirst([deployerReports], { command, origin });
    if (refusal) return refusal;
    switch (command.type) {
      case 'ReportParity':
        return [{ type: 'ParityReported', data: command.data }];
      case 'ReportPipeline':
        return [{ type: 'PipelineReported', data: command.data }];
      default:
        return command satisfies never;
    }
  },

  evolve(answers, event: Recorded<EnvironmentAnswerEvent>): EnvironmentAnswers {
    const answer = { id: event.id, answeredAt: event.recordedAt };
    switch (event.type) {
      case 'ParityReported':
        return { ...answers, parity: { ...answer, ...event.data } };
      case 'PipelineReported':
        return { ...answers, pipeline: { ...answer, ...event.data } };
      default:
        return event satisfies never;
    }
  },
};
