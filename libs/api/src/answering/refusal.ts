import type { Refusal } from '@roadbook/decider';
import { isNotAsExpected } from '@roadbook/decisions';
import { Problem, problems, refusalProblem } from '@roadbook/http';

/** Where a condition that is not met is no conflict: its status and title, by the condition's id. */
export type Statuses = Readonly<
  Record<string, { readonly status: number; readonly title: string }>
>;

/** A command that was not carried out, as the problem that its caller is told. */
export function problemOfRefusal(refusal: Refusal, statuses: Statuses): Problem {
  const [{ id, missing }] = refusal.refused;
  if (isNotAsExpected(refusal)) {
    const { revision } = refusal;
    return problems.preconditionFailed(missing, revision < 0 ? {} : { revision });
  }
  return new Problem({ ...refusalProblem(refusal), ...statuses[id] });
}
