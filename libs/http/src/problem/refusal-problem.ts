import type { HardRule, Refusal, Unmet } from '@roadbook/decider';
import { Problem } from './problem-details.js';
import type { ProblemDetails } from './problem-details.js';

const hardRules: Record<HardRule, { slug: string; title: string }> = {
  1: { slug: 'no-direct-deploy', title: 'No direct deploy to production' },
  2: { slug: 'four-artifacts', title: 'Nothing deploys without its four artifacts' },
  3: { slug: 'parity', title: 'Parity is enforced' },
  4: { slug: 'pipeline-changes', title: 'Pipeline changes are annotated and confirmed first' },
  5: { slug: 'rollback-before-deployment', title: 'Rollback before deployment' },
};

/** A refusal to be told. */
interface Told extends Refusal {
  /** It is on record as an attempt to break a hard rule. */
  readonly violation?: true;
}

/**
 * A refusal of the domain as problem details: 409, with every condition that is not met under `conditions`.
 * The type is that of the hard rule concerned, of several the one with the lowest number; else that of the first
 * condition. Where the attempt is on record, `violation` is true.
 */
export function refusalProblem({ refused, violation }: Told): ProblemDetails {
  const detail = refused.map(({ missing }) => missing).join('; ');
  const members = { ...(violation && { violation }), conditions: refused.map(conditionMember) };
  const [rule] = refused.flatMap((one) => one.rule ?? []).sort();
  if (rule !== undefined) {
    const { title } = hardRules[rule];
    return { type: ruleType(rule), title, status: 409, detail, ...members };
  }
  const type = conditionType(refused[0].id);
  return { type, title: 'The command is refused', status: 409, detail, ...members };
}

export const refused = (refusal: Told): Problem => new Problem(refusalProblem(refusal));

export const conditionType = (id: string): string => `urn:roadbook:condition:${id}`;

export const ruleType = (rule: HardRule): string =>
  `urn:roadbook:rule:${rule}-${hardRules[rule].slug}`;

function conditionMember({ id, missing, rule, from }: Unmet) {
  return {
    type: conditionType(id),
    id,
    missing,
    ...(rule === undefined ? {} : { rule }),
    ...(from === undefined ? {} : { from }),
  };
}
