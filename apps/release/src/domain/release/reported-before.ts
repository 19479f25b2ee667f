import { reportedTime } from '@roadbook/decider';
import type { Origin, Gate } from '@roadbook/decider';
import type { TimedVerdict, Verdict } from '../verdicts.js';
import type { StepResult } from './parts.js';
import type { PlannedRelease } from './state.js';

/**
 * What makes two reports the same one. Each release remembers every verdict and step that was reported of it, so that a duplicate is
 * silent, however late and wherever it arrives.
 */
type Subject = readonly string[];

export const gateOn = (gate: Gate, candidate: string, ticket: string): Subject => [
  'gate',
  gate,
  candidate,
  ticket,
];
export const testSuiteOn = (candidate: string): Subject => ['test-suite', candidate];
/** `of` is the deployment or the rollback that was checked. */
export const checkOf = (of: string, check: string): Subject => ['check', of, check];

/** `at` is the reporter's time. */
export const verdictKey = (subject: Subject, { verdict, at }: TimedVerdict): string =>
  JSON.stringify([...subject, verdict, at]);

/** `of` is the rehearsal or the rollback whose step it is. */
export const stepKey = (of: string, { step, startedAt, endedAt, verdict }: StepResult): string =>
  JSON.stringify(['step', of, step, startedAt, endedAt, verdict]);

export const rehearsalKey = (rehearsal: string): string => JSON.stringify(['rehearsal', rehearsal]);

/** The reporter's time of what is being reported. */
export const reportersTime = ({ at, occurredAt }: Origin): string =>
  reportedTime({ recordedAt: at, occurredAt });

interface Reported {
  readonly subject: Subject;
  readonly verdict: Verdict;
}

/** By the reporter's time a repeat is known however late. A report without one is as new as it is: only its command's id tells a repeat. */
export const repeatsVerdicts = (
  { release, origin }: { release: PlannedRelease; origin: Origin },
  reports: readonly Reported[],
): boolean => {
  const at = reportersTime(origin);
  return reports.every(({ subject, verdict }) =>
    release.reportsSeen.has(verdictKey(subject, { verdict, at })),
  );
};

export const repeatsSteps = (
  { reportsSeen }: PlannedRelease,
  of: string,
  steps: readonly StepResult[],
): boolean => steps.every((step) => reportsSeen.has(stepKey(of, step)));

/** The release once these were reported too. */
export const nowSeen = (release: PlannedRelease, keys: readonly string[]): PlannedRelease => ({
  ...release,
  reportsSeen: new Set([...release.reportsSeen, ...keys]),
});
