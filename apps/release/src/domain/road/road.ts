import type { Recorded } from '@roadbook/decider';
import type { Environment, ReleaseKind } from '../environments.js';
import { compareVersions } from '../version.js';
import type { RoadEvent } from './events.js';

/** An environment belongs to one promotion at a time. */
export interface Claim {
  readonly claim: string;
  readonly version: string;
  readonly candidate: string;
  readonly kind: ReleaseKind;
  readonly event: string;
  /** The command that made it, so that its repeat is known. */
  readonly commandId: string;
}

/** A version that was verified in production and not rolled back since, with what stood there before it. */
export interface Standing {
  readonly version: string;
  readonly event: string;
  readonly before?: Standing;
}

export interface RollbackClaim {
  readonly claim: string;
  readonly version: string;
  readonly restores: string | null;
  readonly commandId: string;
}

/** What spans the releases of a project. */
export interface Road {
  readonly project?: { readonly project: string; readonly name: string; readonly event: string };
  readonly claims: Readonly<Partial<Record<Environment, Claim>>>;
  /** The highest version whose promotion to production ever started, rolled back or not. */
  readonly highestStarted?: string;
  /** What stands in production; absent while nothing ever did, or the first release was withdrawn. */
  readonly standing?: Standing;
  readonly rollback?: RollbackClaim;
}

export const emptyRoad: Road = { claims: {} };

export function evolveRoad(road: Road, event: Recorded<RoadEvent>): Road {
  switch (event.type) {
    case 'ProjectRegistered':
      return { ...road, project: { ...event.data, event: event.id } };
    case 'EnvironmentClaimed': {
      const { claim, version, candidate, kind, environment } = event.data;
      const { id, commandId } = event;
      return {
        ...road,
        claims: {
          ...road.claims,
          [environment]: { claim, version, candidate, kind, event: id, commandId },
        },
      };
    }
    case 'EnvironmentVacated':
      return vacated(road, event);
    case 'RollbackClaimed':
      return { ...road, rollback: { ...event.data, commandId: event.commandId } };
    case 'RollbackClaimReleased':
      return { ...road, rollback: undefined };
    case 'ReleaseRolledBack':
      return {
        ...vacate(road, 'production', event.data.version),
        highestStarted: higher(road.highestStarted, event.data.version),
        standing: without(road.standing, event.data.version),
        rollback: undefined,
      };
    default:
      return unknown(road, event);
  }
}

const unknown = (road: Road, event: never): Road => (event satisfies never, road);

function vacated(
  road: Road,
  { id, data }: Extract<Recorded<RoadEvent>, { type: 'EnvironmentVacated' }>,
): Road {
  const { environment, version, outcome } = data;
  const after = vacate(road, environment, version);
  if (environment !== 'production' || outcome === 'not-started') return after;
  const started = { ...after, highestStarted: higher(road.highestStarted, version) };
  return outcome === 'passed'
    ? { ...started, standing: { version, event: id, before: road.standing } }
    : started;
}

function vacate(road: Road, environment: Environment, version: string): Road {
  if (road.claims[environment]?.version !== version) return road;
  return { ...road, claims: { ...road.claims, [environment]: undefined } };
}

const higher = (some: string | undefined, other: string): string =>
  some !== undefined && compareVersions(some, other) > 0 ? some : other;

function without(standing: Standing | undefined, version: string): Standing | undefined {
  if (!standing) return undefined;
  if (standing.version === version) return standing.before;
  return { ...standing, before: without(standing.before, version) };
}
