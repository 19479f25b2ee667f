import type { Refusal } from '@roadbook/decider';
import { isNotAsExpected } from '@roadbook/decisions';
import { Problem, problems, refusalProblem } from '@roadbook/http';

/** What is missing where a condition with this id is not met; every other refusal is a conflict. */
const statuses: Readonly<Record<string, { readonly status: number; readonly title: string }>> = {
  'project-registered': { status: 404, title: 'There is no such project' },
  'release-planned': { status: 404, title: 'There is no such release' },
  'role-permitted': { status: 403, title: 'Your role may not do this' },
  'role-permitted-on-road': { status: 403, title: 'Your role may not do this' },
  'answers-from-deployer': { status: 403, title: 'Your role may not do this' },
};

/** A command that was not carried out, as the problem that its caller is told. */
export function problemOfRefusal(refusal: Refusal): Problem {
  const [{ id, missing }] = refusal.refused;
  if (isNotAsExpected(refusal)) {
    const { revision } = refusal;
    return problems.preconditionFailed(missing, revision < 0 ? {} : { revision });
  }
  return new Problem({ ...refusalProblem(refusal), ...statuses[id] });
}
