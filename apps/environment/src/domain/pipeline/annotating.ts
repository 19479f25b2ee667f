import { guard, refuseAtFirst, silence } from '@roadbook/decider';
import type { Condition, Decision } from '@roadbook/decider';
import type { Asked } from './asked.js';
import type { PipelineEvent } from './events.js';
import { isStillToBeMade } from './state.js';

const announcesAnotherDefinition: Condition<Asked<'AnnotatePipelineChange'>> = guard(
  'announced-definition-new',
  {},
  ({ command: { announced }, pipeline: { definition } }) =>
    announced !== null && announced === definition
      ? 'the announced definition is in place already; announce the one that the change leads to'
      : undefined,
);

/** A definition that is reported has to be the implementation of one change and no other. */
const announcesAlone: Condition<Asked<'AnnotatePipelineChange'>> = guard(
  'announced-definition-unclaimed',
  { from: 'cio' },
  ({ command: { announced }, pipeline: { changes } }) => {
    const other = [...changes.values()]
      .filter(isStillToBeMade)
      .find((one) => announced !== null && one.announced === announced);
    return other
      ? `the pipeline change ${other.change} announced this definition already; withdraw that one first`
      : undefined;
  },
);

export function annotateChange(asked: Asked<'AnnotatePipelineChange'>): Decision<PipelineEvent> {
  const { command, pipeline } = asked;
  if (pipeline.changes.has(command.change)) return silence;
  return (
    refuseAtFirst([announcesAnotherDefinition, announcesAlone], asked) ?? [
      { type: 'PipelineChangeAnnotated', data: command },
    ]
  );
}
