import type { CheckResult } from '../domain/release/events.js';
import { standsOver } from '../domain/verdicts.js';

/** A check's result with its reporter's time. */
export interface StandingCheck extends CheckResult {
  readonly at: string;
}

/** Of the results of a check the one with the later reporter's time stands; at equal times the worse one. */
export function standingChecks(
  before: readonly StandingCheck[],
  results: readonly CheckResult[],
  at: string,
): StandingCheck[] {
  const standing = new Map(before.map((one) => [one.check, one]));
  for (const result of results) {
    const check = { ...result, at };
    if (standsOver(check, standing.get(check.check))) standing.set(check.check, check);
  }
  return [...standing.values()];
}
