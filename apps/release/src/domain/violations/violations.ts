import { violationDeciderAbout, violationsIn } from '@roadbook/decider';
import type { RecordViolationAbout, Refusal } from '@roadbook/decider';
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

/** What the refusal of a command by a permitted role leaves behind: one violation for each hard rule that refused it. */
export const violationsOf = (
  command: { type: ReleaseCommandType },
  of: OfRelease,
  refusal: Refusal,
): ViolationRecorded['data'][] =>
  watched.has(command.type) ? violationsIn(command.type, of, refusal) : [];

export type RecordViolation = RecordViolationAbout<OfRelease>;

/** Once for each actor, command, rule, release, candidate and set of missing conditions. */
export const violationDecider = violationDeciderAbout<OfRelease>(['version', 'candidate']);
