import type { HardRule } from './condition.js';
import type { Decider } from './decider.js';
import { silence } from './decision.js';
import type { Decision, Refusal, Unmet } from './decision.js';
import type { Recorded } from './event.js';
import type { Role } from './origin.js';

/** A condition that was missing when the command was refused. */
export interface MissingCondition {
  readonly id: string;
  readonly missing: string;
  /** The role that can supply it; absent where nobody can. */
  readonly from?: Role;
}

/** An attempt to break a hard rule: who tried it stands in the event's origin. */
export type Violation<Of extends object> = Of & {
  readonly command: string;
  readonly rule: HardRule;
  readonly missing: readonly MissingCondition[];
};

/** Refused, and recorded once for each actor, command, rule, what it was about, and set of missing conditions. */
export interface ViolationRecordedAbout<Of extends object> {
  readonly type: 'ViolationRecorded';
  readonly data: Violation<Of>;
}

/** What was missing, as it is recorded. */
export const missingIn = (refused: readonly Unmet[]): MissingCondition[] =>
  refused.map(({ id, missing, from }) => ({ id, missing, ...(from !== undefined && { from }) }));

/**
 * What the refusal of a command by a permitted role leaves behind: one violation for each hard rule that refused it. What is missing
 * because another service did not answer is none.
 */
export function violationsIn<Of extends object>(
  command: string,
  of: Of,
  { refused }: Refusal,
): Violation<Of>[] {
  const missing = refused.filter(({ unanswered }) => !unanswered);
  const rules = [...new Set(missing.flatMap(({ rule }) => rule ?? []))].sort();
  return rules.map((rule) => ({
    command,
    rule,
    ...of,
    missing: missingIn(missing.filter((unmet) => unmet.rule === rule)),
  }));
}

export interface RecordViolationAbout<Of extends object> {
  readonly type: 'RecordViolation';
  readonly data: Violation<Of>;
}

/** The violations on record, each by what makes it the same one. */
export interface Violations {
  readonly known: ReadonlySet<string>;
}

/**
 * Decides which violations are on record already.
 * @param about what of a violation tells it from another one, such as the release and its candidate
 */
export function violationDeciderAbout<Of extends object>(
  about: (violation: Of) => readonly (string | null)[],
): Decider<RecordViolationAbout<Of>, Violations, ViolationRecordedAbout<Of>> {
  const sameness = (actor: string, violation: Violation<Of>): string =>
    [
      actor,
      violation.command,
      violation.rule,
      ...about(violation).map((part) => part ?? ''),
      ...violation.missing.map(({ id }) => id).sort(),
    ].join('|');
  return {
    initial: { known: new Set() },

    decide: ({ data }, { known }, { actor }): Decision<ViolationRecordedAbout<Of>> =>
      known.has(sameness(actor, data)) ? silence : [{ type: 'ViolationRecorded', data }],

    evolve: ({ known }, event: Recorded<ViolationRecordedAbout<Of>>): Violations => ({
      known: new Set([...known, sameness(event.actor, event.data)]),
    }),
  };
}
