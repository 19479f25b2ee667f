import { refuseAtFirst, silence } from '@roadbook/decider';
import type { Decider, Decision, Origin } from '@roadbook/decider';
import { occurredTimeIsNotAhead, projectIsKnown, roleIsPermitted } from '../guards.js';
import { annotateChange } from './annotating.js';
import { answerOf } from './answer.js';
import type { PipelineCommand } from './commands.js';
import { confirmChange } from './confirming.js';
import type { PipelineEvent } from './events.js';
import { evolvePipeline } from './evolve.js';
import { reportDefinition } from './reporting.js';
import { orderReversal } from './reversal.js';
import { noPipeline } from './state.js';
import type { Pipeline } from './state.js';
import { withdrawChange } from './withdrawing.js';

export function decidePipeline(
  command: PipelineCommand,
  pipeline: Pipeline,
  origin: Origin,
): Decision<PipelineEvent> {
  const refusal = refuseAtFirst([roleIsPermitted, occurredTimeIsNotAhead], { command, origin });
  if (refusal) return refusal;
  if (command.type === 'OpenPipeline')
    return pipeline.opened ? silence : [{ type: 'PipelineOpened', data: command.data }];
  return refuseAtFirst([projectIsKnown], pipeline) ?? decideOpened(command, pipeline, origin);
}

function decideOpened(
  command: Exclude<PipelineCommand, { type: 'OpenPipeline' }>,
  pipeline: Pipeline,
  origin: Origin,
): Decision<PipelineEvent> {
  switch (command.type) {
    case 'AnnotatePipelineChange':
      return annotateChange({ command: command.data, pipeline, origin });
    case 'ConfirmPipelineChange':
      return confirmChange({ command: command.data, pipeline, origin });
    case 'WithdrawPipelineChange':
      return withdrawChange({ command: command.data, pipeline, origin });
    case 'ReportPipelineDefinition':
      return reportDefinition({ command: command.data, pipeline, origin });
    case 'OrderPipelineReversal':
      return orderReversal({ command: command.data, pipeline, origin });
    case 'VerifyPipeline':
      return [{ type: 'PipelineVerified', data: { ...command.data, ...answerOf(pipeline) } }];
    default:
      return command satisfies never;
  }
}

/** Decides which definitions of the pipeline were agreed before they were made. */
export const pipelineDecider: Decider<PipelineCommand, Pipeline, PipelineEvent> = {
  initial: noPipeline,
  decide: decidePipeline,
  evolve: evolvePipeline,
};
