import { guard, isEvidence, listed } from '@roadbook/decider';
import type { Condition, Origin } from '@roadbook/decider';
import { standsOver } from '../verdicts.js';
import type { TimedVerdict, Verdict } from '../verdicts.js';
import type { CheckResult } from './events.js';
import { checkOf, repeatsVerdicts, verdictKey } from './reported-before.js';
import type { PlannedRelease } from './state.js';

/** The checks after a deployment, and the same ones after a rollback. */
type Standing = ReadonlyMap<string, TimedVerdict>;

/** Of the verdicts on a check the one with the later reporter's time stands; at equal times the worse one. */
export function withResults(
  before: Standing,
  results: readonly CheckResult[],
  at: string,
): Standing {
  const standing = new Map(before);
  for (const { check, verdict } of results)
    if (standsOver({ verdict, at }, standing.get(check))) standing.set(check, { verdict, at });
  return standing;
}

/** Of all required checks together; what was not reported is not known. */
export function verdictOf(required: readonly string[], standing: Standing): Verdict {
  const verdicts = required.map((check) => standing.get(check)?.verdict);
  if (verdicts.includes('failed')) return 'failed';
  return verdicts.every((verdict) => verdict === 'passed') ? 'passed' : 'inconclusive';
}

/** `of` is the deployment or the rollback that was checked. */
export const repeatsChecks = (
  asked: { release: PlannedRelease; origin: Origin },
  of: string,
  results: readonly CheckResult[],
): boolean =>
  repeatsVerdicts(
    asked,
    results.map(({ check, verdict }) => ({ subject: checkOf(of, check), verdict })),
  );

export const checkKeys = (of: string, results: readonly CheckResult[], at: string): string[] =>
  results.map(({ check, verdict }) => verdictKey(checkOf(of, check), { verdict, at }));

interface CheckReport {
  readonly results: readonly CheckResult[];
  readonly required: readonly string[];
}

export const checksAreKnown: Condition<CheckReport> = guard(
  'checks-known',
  {},
  ({ results, required }) => {
    const strange = results.map(({ check }) => check).filter((name) => !required.includes(name));
    return strange.length > 0
      ? `no such check here: ${listed(strange)}; there are ${required.join(', ')}`
      : undefined;
  },
);

export const checksHaveEvidence: Condition<CheckReport> = guard(
  'checks-evidence-given',
  {},
  ({ results }) => {
    const bare = results.filter(({ evidence }) => !isEvidence(evidence));
    return bare.length > 0
      ? `a verdict rests on evidence, a link, a digest or a note: ${listed(bare.map(({ check }) => check))}`
      : undefined;
  },
);
