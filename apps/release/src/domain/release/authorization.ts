import { guard, refuseAtFirst, refuseUnlessAll, silence } from '@roadbook/decider';
import type { ActorId, Condition, Decision } from '@roadbook/decider';
import { preparedConditions } from '../checklist.js';
import { noSecurityBlock, releaseIsOnTheRoad } from '../eligibility.js';
import {
  previousEnvironmentPassed,
  promotionIsAuthorized,
} from '../hard-rules/rule-1-no-direct-deploy.js';
import type { AtEnvironment } from '../hard-rules/standpoint.js';
import { candidateIsChosen } from '../pre-release-verification.js';
import type { Asked } from './asked.js';
import type { AuthorizationOf } from './commands.js';
import type { ReleaseEvent } from './events.js';
import { nothingIsBeingDeployed } from './guards.js';
import { askedFor } from './state.js';
import type { Authorization, PlannedRelease } from './state.js';

type AboutAuthorization = Asked<'RequestAuthorization' | 'Authorize'>;

/** What must hold for the authorization, when it is requested and again when it is granted. */
const authorizationConditions = (of: AuthorizationOf): readonly Condition<AtEnvironment>[] => [
  candidateIsChosen,
  ...preparedConditions,
  noSecurityBlock,
  ...(of === 'production' ? [promotionIsAuthorized, previousEnvironmentPassed] : []),
];

const whatHasToHold = (asked: AboutAuthorization) =>
  refuseUnlessAll(authorizationConditions(asked.command.of), {
    ...asked,
    environment: 'production',
  });

const standing = (release: PlannedRelease, of: AuthorizationOf): Authorization =>
  of === 'promotion' ? release.promotion : release.production;

/** Another identity's request is one of its own, so that it is on record who may not grant it. */
const isRequestedBy = (authorization: Authorization, actor: ActorId): boolean =>
  authorization.is === 'requested' && askedFor(authorization, actor);

export function requestAuthorization(asked: Asked<'RequestAuthorization'>): Decision<ReleaseEvent> {
  const { command, release } = asked;
  const authorization = standing(release, command.of);
  if (authorization.is === 'granted' || isRequestedBy(authorization, asked.origin.actor))
    return silence;
  const data = { candidate: release.candidate?.commit ?? '' };
  return (
    refuseAtFirst([releaseIsOnTheRoad], asked) ??
    whatHasToHold(asked) ?? [
      command.of === 'promotion'
        ? { type: 'PromotionAuthorizationRequested', data }
        : { type: 'ProductionAuthorizationRequested', data },
    ]
  );
}

const authorizationIsRequested: Condition<Asked<'Authorize' | 'Deny'>> = guard(
  'authorization-requested',
  { rule: 1, from: 'cio' },
  ({ release, command: { of } }) => {
    const { is } = standing(release, of);
    return is === 'requested' || is === 'granted'
      ? undefined
      : `nobody requested the authorization of ${of}`;
  },
);

const requesterDoesNotAuthorize: Condition<Asked<'Authorize'>> = guard(
  'requester-does-not-authorize',
  { rule: 1, from: 'orchestrator' },
  ({ release, command: { of }, origin: { actor } }) =>
    isRequestedBy(standing(release, of), actor)
      ? 'nobody authorizes what they requested'
      : undefined,
);

export function authorize(asked: Asked<'Authorize'>): Decision<ReleaseEvent> {
  const { command, release } = asked;
  if (standing(release, command.of).is === 'granted') return silence;
  const data = { candidate: release.candidate?.commit ?? '' };
  return (
    refuseAtFirst<Asked<'Authorize'>>(
      [releaseIsOnTheRoad, authorizationIsRequested, requesterDoesNotAuthorize],
      asked,
    ) ??
    whatHasToHold(asked) ?? [
      command.of === 'promotion'
        ? { type: 'PromotionAuthorized', data }
        : { type: 'ProductionAuthorized', data },
    ]
  );
}

/** A request is denied, and a yes can be taken back until a deployer has acted on it. */
export function deny(asked: Asked<'Deny'>): Decision<ReleaseEvent> {
  const { command, release } = asked;
  const { is } = standing(release, command.of);
  if (is === 'denied') return silence;
  const data = { candidate: release.candidate?.commit ?? '', reason: command.reason };
  return (
    refuseAtFirst<Asked<'Deny'>>(
      [releaseIsOnTheRoad, authorizationIsRequested, nothingIsBeingDeployed],
      asked,
    ) ?? [
      command.of === 'promotion'
        ? { type: 'PromotionDenied', data }
        : { type: 'ProductionDenied', data },
    ]
  );
}
