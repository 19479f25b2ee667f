/** How a gate or a check ends. Only `passed` lets anything proceed. */
export const verdicts = ['passed', 'failed', 'inconclusive'] as const;
export type Verdict = (typeof verdicts)[number];

/** How a deployment ends. `failed` is a definite negative; `errored` could not be carried out. */
export const deploymentOutcomes = ['succeeded', 'failed', 'errored'] as const;
export type DeploymentOutcome = (typeof deploymentOutcomes)[number];

/** A verdict with its reporter's time. */
export interface TimedVerdict {
  readonly verdict: Verdict;
  readonly at: string;
}

const badness: Readonly<Record<Verdict, number>> = { passed: 0, inconclusive: 1, failed: 2 };

/** Of two verdicts the one with the later reporter's time stands; at equal times the worse one. */
export function standsOver(later: TimedVerdict, earlier: TimedVerdict | undefined): boolean {
  if (!earlier || later.at > earlier.at) return true;
  return later.at === earlier.at && badness[later.verdict] > badness[earlier.verdict];
}
