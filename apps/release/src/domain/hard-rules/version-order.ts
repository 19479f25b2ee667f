import { condition, guard, met, missing } from '@roadbook/decider';
import type { Condition } from '@roadbook/decider';
import type { ReleaseKind } from '../environments.js';
import type { Road } from '../road/road.js';
import { allowsBreakingChange, compareVersions, isHigherPatchOf } from '../version.js';

/**
 * The part of hard rule 1 that spans the releases of a project: a version never goes back, and a hotfix repairs what stands in
 * production. Asked at planning, at tagging and, on the road itself, at every promotion.
 */
interface VersionOnRoad {
  readonly road: Road;
  readonly version: string;
  readonly kind: ReleaseKind;
  readonly breaking: boolean;
}

/** Higher than every version whose promotion to production ever started, one that is just starting included. */
const versionIsHigher: Condition<VersionOnRoad> = guard(
  'version-higher',
  { rule: 1 },
  ({ road, version }) => {
    const started = [road.highestStarted, road.claims.production?.version];
    const above = started.find(
      (other) => other !== undefined && compareVersions(version, other) < 0,
    );
    return above === undefined
      ? undefined
      : `${above} has already started its promotion to production; a version never goes back, so plan one above ${above}`;
  },
);

const hotfixPatchesProduction: Condition<VersionOnRoad> = condition(
  'hotfix-patches-production',
  { rule: 1 },
  ({ road: { standing }, version, kind }) => {
    if (kind === 'standard') return met();
    if (!standing)
      return missing('nothing stands in production, so there is nothing that a hotfix could patch');
    return standing.version === version || isHigherPatchOf(version, standing.version)
      ? met(standing.event)
      : missing(
          `a hotfix is a higher patch of ${standing.version}, which stands in production; ${version} is not`,
        );
  },
);

export const breakingChangeRaisesVersion: Condition<VersionOnRoad> = condition(
  'breaking-change-version',
  { rule: 1 },
  ({ road: { standing }, version, breaking }) => {
    if (!breaking || !standing) return met();
    return standing.version === version || allowsBreakingChange(version, standing.version)
      ? met(standing.event)
      : missing(
          `a breaking change needs a higher major version than ${standing.version}, which stands in production (below 1.0.0: a higher minor); ${version} is not`,
        );
  },
);

export const versionOrder: readonly Condition<VersionOnRoad>[] = [
  versionIsHigher,
  hotfixPatchesProduction,
  breakingChangeRaisesVersion,
];
