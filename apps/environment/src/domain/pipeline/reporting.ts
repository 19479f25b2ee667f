import { missingIn, refuseAtFirst, silence } from '@roadbook/decider';
import type { Decision } from '@roadbook/decider';
import {
  changeOf,
  implementsWhatWasConfirmed,
  isNotAgreedAfterwards,
} from '../hard-rules/rule-4-pipeline-changes.js';
import type { Asked } from './asked.js';
import type { DataOf, PipelineEvent } from './events.js';
import { revertedBy } from './reversal.js';
import type { Standing } from './state.js';

type Report = Asked<'ReportPipelineDefinition'>;

/** A report is a fact: what is in place is on record, agreed or not. One that repeats what is known is silent. */
export function reportDefinition(asked: Report): Decision<PipelineEvent> {
  const { command, pipeline } = asked;
  if (pipeline.definition === command.definition)
    return refuseAtFirst([isNotAgreedAfterwards], asked) ?? silence;
  const reported = { type: 'PipelineDefinitionReported', data: command } as const;
  return pipeline.definition === null
    ? [reported]
    : [reported, ...whatItMeans(asked, pipeline.definition)];
}

function whatItMeans(asked: Report, before: string): PipelineEvent[] {
  const { command, pipeline } = asked;
  const back = revertedBy(command.definition, pipeline.standing);
  if (back.length > 0) return back.map(reverted);
  const refusal = refuseAtFirst(implementsWhatWasConfirmed, asked);
  const change = changeOf(asked)?.change;
  const { definition } = command;
  if (!refusal && change !== undefined)
    return [{ type: 'PipelineChangeImplemented', data: { change, before, definition } }];
  return [
    {
      type: 'UnannotatedPipelineChangeFound',
      data: {
        before,
        definition,
        named: command.change,
        what: inWords(asked, before),
        missing: missingIn(refusal?.refused ?? []),
      },
    },
  ];
}

function inWords({ command: { definition, name }, origin }: Report, before: string): string {
  const as = name === null ? '' : `, reported as ${name},`;
  const day = origin.at.slice(0, 10);
  return `the definition changed from ${before.slice(0, 8)} to ${definition.slice(0, 8)}${as} without annotation, found on ${day}`;
}

function reverted({
  change,
  event,
  what,
  before,
  definition,
  reversal,
}: Standing): PipelineEvent & { type: 'PipelineChangeReverted' } {
  const data: DataOf<'PipelineChangeReverted'> = {
    ...{ change, reverts: event, what, reason: reversal?.reason ?? null },
    before: definition,
    definition: before,
  };
  return { type: 'PipelineChangeReverted', data };
}
