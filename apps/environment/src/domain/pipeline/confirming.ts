import { guard, refuseAtFirst, silence } from '@roadbook/decider';
import type { Condition, Decision } from '@roadbook/decider';
import type { Asked } from './asked.js';
import { changeIsKnown, changeIsStillToBeMade } from './change-guards.js';
import type { PipelineEvent } from './events.js';

/** By identity, not by role: a token with several roles doesn't get round it. */
const authorDoesNotConfirm: Condition<Asked<'ConfirmPipelineChange'>> = guard(
  'pipeline-author-does-not-confirm',
  { from: 'cto' },
  ({ command: { change }, pipeline: { changes }, origin: { actor } }) =>
    changes.get(change)?.annotatedBy === actor
      ? 'nobody confirms the pipeline change that they annotated'
      : undefined,
);

export function confirmChange(asked: Asked<'ConfirmPipelineChange'>): Decision<PipelineEvent> {
  const { command, pipeline } = asked;
  const refusal = refuseAtFirst(
    [changeIsKnown, changeIsStillToBeMade, authorDoesNotConfirm],
    asked,
  );
  if (refusal) return refusal;
  return pipeline.changes.get(command.change)?.stage === 'confirmed'
    ? silence
    : [{ type: 'PipelineChangeConfirmed', data: command }];
}
