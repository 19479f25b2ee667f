import { violationDeciderAbout, violationsIn } from '@roadbook/decider';
import type { Refusal } from '@roadbook/decider';
import { isUnanswered } from '../environment-answers/answers.js';
import type { ParityAnswer, PipelineAnswer } from '../environment-answers/answers.js';
import type { ReleaseCommandType } from '../release/commands.js';
import type { OfRelease, ViolationRecorded } from './events.js';

/** The commands that promote, deploy, tag or authorize: only their refusal by a hard rule is a violation. */
const watched: ReadonlySet<ReleaseCommandType> = new Set<ReleaseCommandType>([
  'RequestDeployment',
  'ClaimDeployment',
  'TagVersion',
  'RequestAuthorization',
  'Authorize',
]);

/**
 * What the refusal of a command by a permitted role leaves behind: one violation for each hard rule that refused it.
 * @param answers what the environment service had answered to the question that the command was decided with
 */
export const violationsOf = (
  command: { type: ReleaseCommandType },
  of: Pick<OfRelease, 'version' | 'candidate' | 'environment'>,
  refusal: Refusal,
  answers?: { readonly parity: ParityAnswer; readonly pipeline: PipelineAnswer },
): ViolationRecorded['data'][] =>
  watched.has(command.type)
    ? violationsIn(command.type, { ...of, ...given(answers) }, refusal)
    : [];

const given = (
  answers: { readonly parity: ParityAnswer; readonly pipeline: PipelineAnswer } | undefined,
): Pick<OfRelease, 'parity' | 'pipeline'> => ({
  ...(answers && !isUnanswered(answers.parity) && { parity: answers.parity }),
  ...(answers && !isUnanswered(answers.pipeline) && { pipeline: answers.pipeline }),
});

/** Once for each actor, command, rule, release, candidate and set of missing conditions. */
export const violationDecider = violationDeciderAbout<OfRelease>(({ version, candidate }) => [
  version,
  candidate,
]);
