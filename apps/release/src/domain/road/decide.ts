import { guard, refuseAtFirst, refuseUnlessAll, silence } from '@roadbook/decider';
import type { Condition, Decider, Decision, Origin } from '@roadbook/decider';
import { versionOrder } from '../hard-rules/version-order.js';
import { roadPermissions } from '../permissions.js';
import type { RoadCommand } from './commands.js';
import { environmentIsFree, projectIsRegistered } from './conditions.js';
import type { RoadEvent } from './events.js';
import { emptyRoad, evolveRoad } from './road.js';
import type { Road } from './road.js';

type DataOf<Type extends RoadCommand['type']> = Extract<RoadCommand, { type: Type }>['data'];

const roleIsPermittedOnRoad: Condition<{ command: RoadCommand; origin: Origin }> = guard(
  'role-permitted-on-road',
  {},
  ({ command: { type }, origin: { role } }) =>
    roadPermissions[type].includes(role)
      ? undefined
      : `this is for ${roadPermissions[type].join(' or ')}, not for ${role}`,
);

/** Decides what spans the releases of a project, by appends to one stream. */
export function decideRoad(command: RoadCommand, road: Road, origin: Origin): Decision<RoadEvent> {
  return (
    refuseAtFirst([roleIsPermittedOnRoad], { command, origin }) ??
    (command.type === 'RegisterProject'
      ? registerProject(command.data, road)
      : (refuseAtFirst([projectIsRegistered], { road }) ?? decideRegistered(command, road)))
  );
}

function decideRegistered(
  command: Exclude<RoadCommand, { type: 'RegisterProject' }>,
  road: Road,
): Decision<RoadEvent> {
  switch (command.type) {
    case 'ClaimEnvironment':
      return claimEnvironment(command.data, road);
    case 'VacateEnvironment':
      return vacateEnvironment(command.data, road);
    case 'ClaimRollback':
      return claimRollback(command.data, road);
    case 'ReleaseRollbackClaim':
      return releaseRollbackClaim(command.data, road);
    case 'RecordRollback':
      return recordRollback(command.data, road);
    default:
      return command satisfies never;
  }
}

const projectIsNew: Condition<{ command: DataOf<'RegisterProject'>; road: Road }> = guard(
  'project-new',
  {},
  ({ command: { project }, road }) =>
    road.project ? `${project} is registered already, as "${road.project.name}"` : undefined,
);

function registerProject(command: DataOf<'RegisterProject'>, road: Road): Decision<RoadEvent> {
  if (road.project?.name === command.name) return silence;
  return (
    refuseAtFirst([projectIsNew], { command, road }) ?? [
      { type: 'ProjectRegistered', data: command },
    ]
  );
}

/** The same release may claim again what it holds, for its next attempt. */
function claimEnvironment(command: DataOf<'ClaimEnvironment'>, road: Road): Decision<RoadEvent> {
  const { claim, environment, version, candidate, kind, breaking } = command;
  if (road.claims[environment]?.claim === claim) return silence;
  return (
    refuseUnlessAll([environmentIsFree], { road, version, environment }) ??
    refuseUnlessAll(versionOrder, { road, version, kind, breaking }) ?? [
      { type: 'EnvironmentClaimed', data: { claim, environment, version, candidate, kind } },
    ]
  );
}

/** Silent for a claim that does not hold the environment any more. */
function vacateEnvironment(command: DataOf<'VacateEnvironment'>, road: Road): Decision<RoadEvent> {
  const { claim, environment, outcome } = command;
  let held = road.claims[environment];
  while (held && held.claim !== claim) held = held.over;
  return held
    ? [{ type: 'EnvironmentVacated', data: { claim, environment, version: held.version, outcome } }]
    : silence;
}

/** Who goes into production at this moment stands there; otherwise the last that was verified. */
const inProduction = ({ claims, standing }: Road): string | undefined =>
  claims.production?.version ?? standing?.version;

const standsInProductionNow: Condition<{ command: DataOf<'ClaimRollback'>; road: Road }> = guard(
  'stands-in-production-now',
  {},
  ({ command: { version }, road }) => {
    const standing = inProduction(road);
    if (standing === version) return undefined;
    if (road.claims.production)
      return `production belongs to the promotion of ${road.claims.production.version}, which is not verified there; only that can be rolled back now`;
    return standing === undefined
      ? 'nothing stands in production, so there is nothing to roll back'
      : `${standing} stands in production, not ${version}; only what stands there can be rolled back`;
  },
);

const noOtherRollback: Condition<{ command: DataOf<'ClaimRollback'>; road: Road }> = guard(
  'no-other-rollback',
  {},
  ({ command: { claim }, road: { rollback } }) =>
    rollback && rollback.claim !== claim
      ? `production is being rolled back from ${rollback.version} already`
      : undefined,
);

/** It restores the last version that was verified in production and not rolled back since; for a first release, nothing. */
function claimRollback(command: DataOf<'ClaimRollback'>, road: Road): Decision<RoadEvent> {
  const { claim, version } = command;
  if (road.rollback?.claim === claim) return silence;
  const { standing } = road;
  const restored = standing?.version === version ? standing.before : standing;
  return (
    refuseAtFirst([noOtherRollback, standsInProductionNow], { command, road }) ?? [
      { type: 'RollbackClaimed', data: { claim, version, restores: restored?.version ?? null } },
    ]
  );
}

const releaseRollbackClaim = (
  { claim }: DataOf<'ReleaseRollbackClaim'>,
  { rollback }: Road,
): Decision<RoadEvent> =>
  rollback?.claim === claim
    ? [{ type: 'RollbackClaimReleased', data: { claim, version: rollback.version } }]
    : silence;

const recordRollback = (
  { claim }: DataOf<'RecordRollback'>,
  { rollback }: Road,
): Decision<RoadEvent> =>
  rollback?.claim === claim
    ? [
        {
          type: 'ReleaseRolledBack',
          data: { claim, version: rollback.version, restored: rollback.restores },
        },
      ]
    : silence;

export const roadDecider: Decider<RoadCommand, Road, RoadEvent> = {
  initial: emptyRoad,
  decide: decideRoad,
  evolve: evolveRoad,
};
