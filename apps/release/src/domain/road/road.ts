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
  /** The earlier claim of the same release that this one was made over. What that one started may still run or stand there. */
  readonly over?: Claim;
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
          [environment]: {
            ...{ claim, version, candidate, kind, event: id, commandId },
            over: road.claims[environment],
          },
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
        ...(road.claims.production?.version === event.data.version
          ? withClaim(road, 'production', undefined)
          : road),
        highestStarted: higher(road.highestStarted, event.data.version),
        standing: without(road.standing, event.data.version),
        rollback: undefined,
      };
    default:
      return unknown(road, event);
  }
}

const unknown = (road: Road, event: never): Road => (event satisfies never, road);

type DataOf<Type extends RoadEvent['type']> = Extract<RoadEvent, { type: Type }>['data'];

function vacated(
  road: Road,
  { id, data }: { id: string; data: DataOf<'EnvironmentVacated'> },
): Road {
  const { claim, environment, version, outcome } = data;
  const after = withClaim(road, environment, left(road.claims[environment], claim, outcome));
  if (environment !== 'production' || outcome === 'not-started') return after;
  const started = { ...after, highestStarted: higher(road.highestStarted, version) };
  return outcome === 'passed' && road.standing?.version !== version
    ? { ...started, standing: { version, event: id, before: road.standing } }
    : started;
}

/** A claim that is vacated gives way to the one below it; one whose attempt has passed leaves nothing behind. */
function left(
  held: Claim | undefined,
  claim: string,
  outcome: DataOf<'EnvironmentVacated'>['outcome'],
): Claim | undefined {
  if (!held) return undefined;
  if (held.claim === claim) return outcome === 'passed' ? undefined : held.over;
  return { ...held, over: left(held.over, claim, outcome) };
}

/** An environment that nobody holds is not among the claims at all. */
function withClaim(road: Road, environment: Environment, claim: Claim | undefined): Road {
  const { [environment]: _held, ...others } = road.claims;
  return { ...road, claims: claim ? { ...others, [environment]: claim } : others };
}

const higher = (some: string | undefined, other: string): string =>
  some !== undefined && compareVersions(some, other) > 0 ? some : other;

function without(standing: Standing | undefined, version: string): Standing | undefined {
  if (!standing) return undefined;
  if (standing.version === version) return standing.before;
  return { ...standing, before: without(standing.before, version) };
}
