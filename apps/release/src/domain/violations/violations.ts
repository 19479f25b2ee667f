import { silence } from '@roadbook/decider';
import type { Decider, Decision, HardRule, Recorded, Refusal } from '@roadbook/decider';
import { foundInPlace } from '../hard-rules/rule-4-pipeline-changes.js';
import type { ReleaseCommandType } from '../release/commands.js';
import type { ViolationRecorded } from './events.js';

/** The commands that promote, deploy, tag or authorize: only their refusal by a hard rule is a violation. */
const watched: ReadonlySet<ReleaseCommandType> = new Set<ReleaseCommandType>([
  'RequestDeployment',
  'ClaimDeployment',
  'TagVersion',
  'RequestAuthorization',
  'Authorize',
]);

export type Violation = ViolationRecorded['data'];

/** What the refusal of a command by a permitted role leaves behind: one violation for each hard rule that refused it. */
export function violationsOf(
  command: { type: ReleaseCommandType },
  of: { version: string; candidate: string | null },
  { refused }: Refusal,
): Violation[] {
  if (!watched.has(command.type)) return [];
  const rules = [...new Set(refused.flatMap(({ rule }) => rule ?? []))].sort();
  return rules.map((rule) => ({
    command: command.type,
    rule,
    ...of,
    missing: refused
      .filter((unmet) => unmet.rule === rule)
      .map(({ id, missing }) => ({ id, missing })),
  }));
}

/** What a report that a change stands in the pipeline unannotated leaves behind. */
export const violationInPipeline = (changes: readonly string[]): Violation => ({
  ...{ command: 'ReportPipeline', rule: 4, version: null, candidate: null },
  missing: foundInPlace(changes),
});

export interface RecordViolation {
  readonly type: 'RecordViolation';
  readonly data: Violation;
}

/** The violations on record, each by what makes it the same one. */
export interface Violations {
  readonly known: ReadonlySet<string>;
}

/** Once for each actor, command, rule, release, candidate and set of missing conditions; in the pipeline, of changes. */
const sameness = (
  actor: string,
  { command, rule, version, candidate, missing }: Violation & { rule: HardRule },
): string =>
  [
    ...[actor, command, rule, version ?? '', candidate ?? ''],
    ...missing.map((one) => (version === null ? one.missing : one.id)).sort(),
  ].join('|');

export const violationDecider: Decider<RecordViolation, Violations, ViolationRecorded> = {
  initial: { known: new Set() },

  decide: ({ data }, { known }, { actor }): Decision<ViolationRecorded> =>
    known.has(sameness(actor, data)) ? silence : [{ type: 'ViolationRecorded', data }],

  evolve: ({ known }, { actor, data }: Recorded<ViolationRecorded>): Violations => ({
    known: new Set([...known, sameness(actor, data)]),
  }),
};
