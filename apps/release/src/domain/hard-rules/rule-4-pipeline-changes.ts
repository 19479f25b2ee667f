import { condition, met, missing } from '@roadbook/decider';
import type { Condition } from '@roadbook/decider';
import type { MissingCondition } from '../violations/events.js';
import type { Standpoint } from './standpoint.js';

/**
 * Hard rule 4: pipeline changes are annotated and confirmed first.
 *
 * One that was implemented without that is reverted and redone through the protocol; while it stands, no promotion of that project
 * proceeds. The state is asked from the environment context; what is not known counts as no.
 */
const unannotatedChange = 'a pipeline change stands that was not annotated and confirmed first';

/** Behind a sentence about them; nothing where they were not named. */
export const named = (changes: readonly string[]): string =>
  changes.length > 0 ? `: ${changes.join(', ')}` : '';

/** What is found in place without an annotation, as the violation that it is: one for each change. */
export const foundInPlace = (changes: readonly string[]): readonly MissingCondition[] =>
  (changes.length > 0 ? changes : ['a pipeline change']).map((change) => ({
    id: 'pipeline-confirmed',
    missing: `${change} was not annotated and confirmed before it was implemented; revert it`,
  }));

export const pipelineIsConfirmed: Condition<Standpoint> = condition(
  'pipeline-confirmed',
  { rule: 4, from: 'cio' },
  ({ surroundings: { pipeline } }) => {
    switch (pipeline.state) {
      case 'confirmed':
        return met(pipeline.id);
      case 'unannotated':
        return missing(`${unannotatedChange}; revert it${named(pipeline.changes)}`);
      case 'unknown':
        return missing(
          'it is not known whether the pipeline is as it was confirmed, which counts as no',
          'deployer',
        );
    }
  },
);
