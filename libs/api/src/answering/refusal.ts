import type { Refusal } from '@roadbook/decider';
import { isNotAsExpected } from '@roadbook/decisions';
import { Problem, problems, refusalProblem } from '@roadbook/http';

interface Status {
  readonly status: number;
  readonly title: string;
  /** Where it may be met in a moment without anybody's doing: when to try again. */
  readonly retryAfterSeconds?: number;
}

/** Where a condition that is not met is no conflict: its status and title, by the condition's id. */
export type Statuses = Readonly<Record<string, Status>>;

/** A command that was not carried out, as the problem that its caller is told. */
export function problemOfRefusal(refusal: Refusal, statuses: Statuses): Problem {
  const [{ id, missing }] = refusal.refused;
  if (isNotAsExpected(refusal)) {
    const { revision } = refusal;
    return problems.preconditionFailed(missing, revision < 0 ? {} : { revision });
  }
  const { retryAfterSeconds, ...told }: Partial<Status> = statuses[id] ?? {};
  return new Problem(
    { ...refusalProblem(refusal), ...told },
    retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) },
  );
}
