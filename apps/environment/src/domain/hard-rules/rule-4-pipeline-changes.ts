import { guard } from '@roadbook/decider';
import type { Condition } from '@roadbook/decider';
import type { Asked } from '../pipeline/asked.js';
import { told } from '../pipeline/change-guards.js';
import { isUnannotated } from '../pipeline/state.js';
import type { Pipeline, PipelineChange } from '../pipeline/state.js';

/**
 * Hard rule 4: pipeline changes are annotated and confirmed first.
 *
 * A definition that is reported is the implementation of a change that was confirmed before: one that it names, or one that announced it.
 * Any other is found in place without annotation. It is on record all the same, because it is there; it has to be reverted and redone, and
 * until then no promotion of the project proceeds.
 */
const rule = 4;

type Reported = Pick<Asked<'ReportPipelineDefinition'>, 'command' | 'pipeline'>;

/** The change that the report is about: the one that it names, else the one that announced the definition. */
export function changeOf({ command, pipeline: { changes } }: Reported): PipelineChange | undefined {
  if (command.change !== null) return changes.get(command.change);
  return [...changes.values()].find(
    ({ stage, announced }) => stage === 'confirmed' && announced === command.definition,
  );
}

const short = (definition: string): string => definition.slice(0, 8);

const madeOnWhatWasAgreed: Condition<Reported> = guard(
  'unannotated-change-reverted',
  { rule, from: 'deployer' },
  ({ pipeline }) => {
    const first = pipeline.standing.find(isUnannotated);
    return first
      ? `a pipeline change stands that was not annotated and confirmed first; put the definition ${first.before} back and make this change again`
      : undefined;
  },
);

const changeWasAnnotated: Condition<Reported> = guard(
  'pipeline-change-annotated',
  { rule, from: 'cio' },
  (reported) => {
    if (changeOf(reported)) return undefined;
    const { definition, change } = reported.command;
    return change === null
      ? `no confirmed pipeline change announced the definition ${short(definition)}, and the report names none`
      : `there is no pipeline change ${change}`;
  },
);

const changeWasConfirmed: Condition<Reported> = guard(
  'pipeline-change-confirmed',
  { rule, from: 'cto' },
  (reported) => {
    const change = changeOf(reported);
    return change && change.stage !== 'confirmed'
      ? `the pipeline change ${change.change} ${told[change.stage]}`
      : undefined;
  },
);

const isWhatWasAnnounced: Condition<Reported> = guard(
  'announced-definition-in-place',
  { rule, from: 'deployer' },
  (reported) => {
    const announced = changeOf(reported)?.announced ?? null;
    const { definition } = reported.command;
    return announced !== null && announced !== definition
      ? `the pipeline change announced the definition ${short(announced)}, not ${short(definition)}`
      : undefined;
  },
);

/** In the order in which a person would ask them. */
export const implementsWhatWasConfirmed = [
  madeOnWhatWasAgreed,
  changeWasAnnotated,
  changeWasConfirmed,
  isWhatWasAnnounced,
];

/** What was found in place is not agreed afterwards: a change that was confirmed meanwhile has to be made again. */
export const isNotAgreedAfterwards: Condition<Reported> = guard(
  'unannotated-change-not-agreed-afterwards',
  { rule, from: 'deployer' },
  (reported) => {
    const last = lastStanding(reported.pipeline);
    const claims = reported.command.change !== null && changeOf(reported)?.stage === 'confirmed';
    return last && isUnannotated(last) && claims
      ? `this definition was found in place before the change was confirmed; put the definition ${last.before} back and make the change again`
      : undefined;
  },
);

const lastStanding = ({ standing }: Pipeline) => standing.at(-1);
