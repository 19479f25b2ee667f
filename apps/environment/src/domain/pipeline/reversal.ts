import { guard, refuseAtFirst, silence } from '@roadbook/decider';
import type { Condition, Decision } from '@roadbook/decider';
import type { Asked } from './asked.js';
import { changeIsKnown, told } from './change-guards.js';
import type { PipelineEvent } from './events.js';
import { isUnannotated } from './state.js';
import type { Standing } from './state.js';

const changeIsImplemented: Condition<Asked<'OrderPipelineReversal'>> = guard(
  'pipeline-change-implemented',
  {},
  ({ command: { change }, pipeline: { changes } }) => {
    const of = changes.get(change);
    return of && of.stage !== 'implemented'
      ? `this pipeline change ${told[of.stage]}; only one that is in place can be reverted`
      : undefined;
  },
);

/** Otherwise the order would make what stands without annotation the agreed state. */
const nothingUnannotatedStands: Condition<Asked<'OrderPipelineReversal'>> = guard(
  'nothing-unannotated-stands',
  { from: 'deployer' },
  ({ pipeline: { standing } }) => {
    const first = standing.find(isUnannotated);
    return first
      ? `a pipeline change stands that was not annotated and confirmed first; put the definition ${first.before} back before this one is reverted`
      : undefined;
  },
);

/** Each change was made on the one before it, so they go back in the opposite order. */
const laterChangesGoBackToo: Condition<Asked<'OrderPipelineReversal'>> = guard(
  'later-changes-reverted-first',
  { from: 'cio' },
  ({ command: { change }, pipeline: { standing } }) => {
    const place = standing.findIndex((one) => one.change === change);
    const later = standing.slice(place + 1).find(({ reversal }) => !reversal);
    return later
      ? `the pipeline change ${String(later.change)} was implemented after it; order that one reverted first`
      : undefined;
  },
);

/** Back to the definition before the change. It is carried out by a report of that definition. */
export function orderReversal(asked: Asked<'OrderPipelineReversal'>): Decision<PipelineEvent> {
  const { command, pipeline } = asked;
  const refusal = refuseAtFirst([changeIsKnown, changeIsImplemented], asked);
  if (refusal) return refusal;
  if (pipeline.standing.some(({ change, reversal }) => change === command.change && reversal))
    return silence;
  return (
    refuseAtFirst([nothingUnannotatedStands, laterChangesGoBackToo], asked) ?? [
      { type: 'PipelineReversalOrdered', data: command },
    ]
  );
}

/** What goes back when this definition is in place again: the newest changes down to one that it came before, latest first. */
export function revertedBy(definition: string, standing: readonly Standing[]): Standing[] {
  const latestFirst = [...standing].reverse();
  const stays = latestFirst.findIndex((one) => !isUnannotated(one) && !one.reversal);
  const mayGo = stays < 0 ? latestFirst : latestFirst.slice(0, stays);
  const last = mayGo.findIndex(({ before }) => before === definition);
  return mayGo.slice(0, last + 1);
}
