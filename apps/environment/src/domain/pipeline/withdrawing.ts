import { refuseAtFirst, silence } from '@roadbook/decider';
import type { Decision } from '@roadbook/decider';
import type { Asked } from './asked.js';
import { changeIsKnown, changeIsStillToBeMade } from './change-guards.js';
import type { PipelineEvent } from './events.js';

/** One that was made is not withdrawn: its reversal is ordered. */
export function withdrawChange(asked: Asked<'WithdrawPipelineChange'>): Decision<PipelineEvent> {
  const { command, pipeline } = asked;
  if (pipeline.changes.get(command.change)?.stage === 'withdrawn') return silence;
  return (
    refuseAtFirst([changeIsKnown, changeIsStillToBeMade], asked) ?? [
      { type: 'PipelineChangeWithdrawn', data: command },
    ]
  );
}
