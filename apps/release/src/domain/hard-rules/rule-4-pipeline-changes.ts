import { condition, met, missing, unanswered } from '@roadbook/decider';
import type { Condition } from '@roadbook/decider';
import { isUnanswered } from '../environment-answers/answers.js';
import type { Standpoint } from './standpoint.js';

/**
 * Hard rule 4: pipeline changes are annotated and confirmed first.
 *
 * One that was implemented without that is reverted and redone through the protocol; while it stands, no promotion of that project
 * proceeds. The state is asked from the environment context; what is not known counts as no.
 */
export const pipelineIsConfirmed: Condition<Standpoint> = condition(
  'pipeline-confirmed',
  { rule: 4, from: 'cio' },
  ({ surroundings: { pipeline } }) => {
    switch (pipeline.state) {
      case 'confirmed':
        return met(pipeline.id);
      case 'unannotated':
        return missing(
          `a pipeline change stands that was not annotated and confirmed first; revert it: ${pipeline.changes.join(', ')}`,
        );
      case 'unknown':
        return isUnanswered(pipeline)
          ? unanswered(
              'the environment service did not answer whether the pipeline is as it was confirmed, which counts as no; try again',
            )
          : missing(
              'it is not known whether the pipeline is as it was confirmed, which counts as no; a deployer reports its definition',
              'deployer',
            );
    }
  },
);
