import { condition, met, missing, unanswered } from '@roadbook/decider';
import type { Condition, Finding, Role } from '@roadbook/decider';
import { isUnanswered } from '../environment-answers/answers.js';
import type { Drift, ParityAnswer, ParityState } from '../environment-answers/answers.js';
import type { ReleaseKind } from '../environments.js';
import type { PlannedRelease } from '../release/state.js';
import { candidateOf } from './standpoint.js';
import type { Standpoint } from './standpoint.js';

/**
 * Hard rule 3: parity is enforced.
 *
 * No promotion to production while staging or qa drift from production in a setting that affects behaviour, or while the last
 * parity check is older than the candidate's arrival in staging. For a hotfix, which doesn't pass through qa, staging must mirror
 * production. What nobody observed is unknown, which is no. The state is asked from the environment context.
 */
const rule = 3;

/** When this candidate passed staging, if that counts. */
export function arrivedInStaging({ candidate }: PlannedRelease): string | undefined {
  const staging = candidate?.attempts.staging;
  return staging?.outcome === 'passed' ? staging.endedAt : undefined;
}

/**
 * The check on record. It is made twice: for *prepared*, where staging must mirror production, and again after staging passed;
 * the second one decides, and asks for qa too.
 */
export const parityIsVerified: Condition<Standpoint> = condition(
  'parity-verified',
  { rule, from: 'cio' },
  (standpoint) => {
    const { parity } = candidateOf(standpoint);
    if (!parity) return missing('parity was not checked for this candidate');
    const arrived = arrivedInStaging(standpoint.release);
    if (arrived !== undefined && parity.answer.askedAt < arrived)
      return missing('the last parity check is older than what staging passed; check it again');
    return arrived !== undefined
      ? mirrors(standpoint.release.kind, parity.answer, parity.event)
      : stagingMirrors(parity.answer, parity.event);
  },
);

/** The answer to this very promotion: drift that is known before the start blocks. */
export const parityHolds: Condition<Standpoint> = condition(
  'parity-holds',
  { rule, from: 'cio' },
  ({ release: { kind }, surroundings: { parity } }) => mirrors(kind, parity, parity.id),
);

/** Whoever corrects it is told of both environments at once; that nobody answered is said once. */
function mirrors(kind: ReleaseKind, answer: ParityAnswer, event: string): Finding {
  const staging = stagingMirrors(answer, event);
  if (kind !== 'standard' || answer.qa === 'mirrors' || isUnanswered(answer)) return staging;
  const differing = (['staging', 'qa'] as const).filter((one) => answer[one] !== 'mirrors');
  const sentences = differing.map((one) => notMirroring(one, answer));
  return missing(sentences.join('; '), supplierOf(answer[differing[0] ?? 'qa']));
}

/** Where qa is not asked for, that it doesn't mirror production is a risk all the same. */
function stagingMirrors(answer: ParityAnswer, event: string): Finding {
  if (isUnanswered(answer))
    return unanswered(
      'the environment service did not answer whether staging mirrors production, which counts as no; try again',
    );
  return answer.staging === 'mirrors'
    ? met(event, answer.qa === 'mirrors' ? undefined : notMirroring('qa', answer))
    : missing(notMirroring('staging', answer), supplierOf(answer.staging));
}

/** What is unknown has to be observed; a drift is corrected by a configuration change. */
const supplierOf = (state: ParityState): Role => (state === 'unknown' ? 'deployer' : 'cio');

function notMirroring(environment: 'staging' | 'qa', answer: ParityAnswer): string {
  if (answer[environment] === 'unknown')
    return `it is not known whether ${environment} mirrors production, which counts as no; a deployer reports what is configured there and in production`;
  const [between, declared] = (['between', 'declared'] as const).map((kind) =>
    settingsOf(answer, environment, kind),
  );
  return [
    `${environment} drifts from production${between ? ` in ${between}` : ''}`,
    ...(declared ? [`what is observed is not what was declared: ${declared}`] : []),
  ].join('; ');
}

/** The settings that differ there, each with the environments in which it does. */
const settingsOf = (
  { drift }: ParityAnswer,
  environment: 'staging' | 'qa',
  kind: Drift['kind'],
): string =>
  drift
    .filter((one) => one.kind === kind && concerns(one, environment))
    .map(({ setting, environments }) => `${setting} (${environments.join(', ')})`)
    .join(', ');

const concerns = ({ environments }: Drift, environment: 'staging' | 'qa'): boolean =>
  environments.includes(environment) || environments.every((one) => one === 'production');
