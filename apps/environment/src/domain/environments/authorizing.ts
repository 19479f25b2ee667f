import { guard, refuseAtFirst, refuseUnlessAll, silence } from '@roadbook/decider';
import type { ActorId, Condition, Decision } from '@roadbook/decider';
import { environmentIsConcerned } from '../hard-rules/rule-1-no-direct-deploy.js';
import type { ChangeAtEnvironment } from '../hard-rules/rule-1-no-direct-deploy.js';
import { wayInto } from './applying.js';
import type { AskedOf, ChangeStandpoint } from './asked.js';
import type { EnvironmentsEvent } from './events.js';
import { changeIsOpen } from './guards.js';
import type { Authorization } from './state.js';

/** What must hold for production, when its authorization is requested and again when it is granted. */
const wayIntoProduction = (asked: ChangeStandpoint) => {
  const there = { ...asked, environment: 'production' } as const;
  return (
    refuseAtFirst<ChangeAtEnvironment>([environmentIsConcerned], there) ??
    refuseUnlessAll(wayInto('production'), there)
  );
};

/** Another identity's request is one of its own, so that it is on record who may not grant it. */
const isRequestedBy = (authorization: Authorization, actor: ActorId): boolean =>
  authorization.is === 'requested' && authorization.by.includes(actor);

export function requestConfigurationAuthorization(
  asked: AskedOf<'RequestConfigurationAuthorization'>,
): Decision<EnvironmentsEvent> {
  const { command, change, origin } = asked;
  const { authorization } = change;
  if (authorization.is === 'granted' || isRequestedBy(authorization, origin.actor)) return silence;
  return (
    refuseAtFirst([changeIsOpen], asked) ??
    wayIntoProduction(asked) ?? [{ type: 'ConfigurationAuthorizationRequested', data: command }]
  );
}

const authorizationIsRequested: Condition<ChangeStandpoint> = guard(
  'configuration-authorization-requested',
  { rule: 1, from: 'cio' },
  ({ change: { authorization } }) =>
    authorization.is === 'requested' || authorization.is === 'granted'
      ? undefined
      : 'nobody requested the authorization of production',
);

const requesterDoesNotAuthorize: Condition<ChangeStandpoint> = guard(
  'requester-does-not-authorize-configuration',
  { rule: 1, from: 'orchestrator' },
  ({ change: { authorization }, origin: { actor } }) =>
    isRequestedBy(authorization, actor) ? 'nobody authorizes what they requested' : undefined,
);

export function authorizeConfigurationChange(
  asked: AskedOf<'AuthorizeConfigurationChange'>,
): Decision<EnvironmentsEvent> {
  const { command, change } = asked;
  if (change.authorization.is === 'granted') return silence;
  return (
    refuseAtFirst<AskedOf<'AuthorizeConfigurationChange'>>(
      [changeIsOpen, authorizationIsRequested, requesterDoesNotAuthorize],
      asked,
    ) ??
    wayIntoProduction(asked) ?? [{ type: 'ConfigurationChangeAuthorized', data: command }]
  );
}

const productionIsNotOrdered: Condition<ChangeStandpoint> = guard(
  'production-not-ordered',
  { from: 'cio' },
  ({ change: { applications } }) =>
    applications.production
      ? 'the application in production was ordered; revert this change instead'
      : undefined,
);

/** A request is denied, and a yes can be taken back until production was ordered on it. */
export function denyConfigurationChange(
  asked: AskedOf<'DenyConfigurationChange'>,
): Decision<EnvironmentsEvent> {
  const { command, change } = asked;
  if (change.authorization.is === 'denied') return silence;
  return (
    refuseAtFirst<AskedOf<'DenyConfigurationChange'>>(
      [changeIsOpen, authorizationIsRequested, productionIsNotOrdered],
      asked,
    ) ?? [{ type: 'ConfigurationChangeDenied', data: command }]
  );
}
