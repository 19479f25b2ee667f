import { condition, met, missing } from '@roadbook/decider';
import type { Condition, Finding, Role } from '@roadbook/decider';
import type { ParityAnswer, ParityState } from '../environment-answers/answers.js';
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
    if (arrived !== undefined && parity.answer.answeredAt < arrived)
      return standpoint.surroundings.parity.answeredAt < arrived
        ? missing(
            'the last parity check is older than what staging passed; report parity anew, then check it again',
            'deployer',
          )
        : missing('the last parity check is older than what staging passed; check it again');
    return arrived !== undefined
      ? mirrors(standpoint.release.kind, parity.answer, parity.event)
      : stagingMirrors(parity.answer, parity.event);
  },
);

/** The answer to this very promotion: drift that is known before the start blocks. */
export const parityHolds: Condition<Standpoint> = condition(
  'parity-holds',
  { rule, from: 'cio' },
  (standpoint) => {
    const { parity } = standpoint.surroundings;
    const arrived = candidateOf(standpoint).attempts.staging?.endedAt ?? '';
    if (parity.answeredAt !== '' && parity.answeredAt < arrived)
      return missing('what is known of parity is older than what staging passed', 'deployer');
    return mirrors(standpoint.release.kind, parity, parity.id);
  },
);

function mirrors(kind: ReleaseKind, answer: ParityAnswer, event: string): Finding {
  const staging = stagingMirrors(answer, event);
  return staging.met && kind === 'standard' && answer.qa !== 'mirrors'
    ? missing(notMirroring('qa', answer), supplierOf(answer.qa))
    : staging;
}

/** Where qa is not asked for, that it doesn't mirror production is a risk all the same. */
const stagingMirrors = (answer: ParityAnswer, event: string): Finding =>
  answer.staging === 'mirrors'
    ? met(event, answer.qa === 'mirrors' ? undefined : notMirroring('qa', answer))
    : missing(notMirroring('staging', answer), supplierOf(answer.staging));

/** What is unknown has to be observed; a drift is corrected by a configuration change. */
const supplierOf = (state: ParityState): Role => (state === 'unknown' ? 'deployer' : 'cio');

function notMirroring(environment: 'staging' | 'qa', answer: ParityAnswer): string {
  if (answer[environment] === 'unknown')
    return `it is not known whether ${environment} mirrors production, which counts as no`;
  const settings = answer.drift
    .filter(({ environments }) => environments.includes(environment))
    .map(({ setting }) => setting);
  return `${environment} drifts from production${settings.length > 0 ? ` in ${settings.join(', ')}` : ''}`;
}
