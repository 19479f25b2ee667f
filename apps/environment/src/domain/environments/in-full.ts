import type { ActorId, Environment, Recorded } from '@roadbook/decider';
import { driftKey } from './drift.js';
import type { DataOf, EnvironmentsEvent } from './events.js';
import { evolveEnvironments } from './evolve.js';
import { noEnvironments } from './state.js';
import type { Environments } from './state.js';

/** Who did something, and when; recorded time. */
export interface Act {
  readonly by: ActorId;
  readonly at: string;
}

/** A configuration change with what is told of it and no decision needs. */
export interface ChangeInFull extends DataOf<'ConfigurationChangeProposed'> {
  readonly proposed: Act;
  readonly confirmed?: Act;
  /** By the cto, with the verdict that stands. */
  readonly reviewed?: Act & { readonly passed: boolean };
  /** Why it is taken back. */
  readonly reversalReason?: string;
  /** Where it was applied at some time, upwards. */
  readonly appliedIn: readonly Environment[];
}

/** The environments of a project with everything that is told of them. */
export interface EnvironmentsInFull {
  readonly environments: Environments;
  /** As they were before the event. */
  readonly before: Environments;
  readonly changes: ReadonlyMap<string, ChangeInFull>;
  /** By what drift that stands, or has just been resolved, was found. */
  readonly found: ReadonlyMap<string, { readonly event: string; readonly at: string }>;
  /** The environment that was observed last. */
  readonly observed?: Environment;
}

export const nothingTold: EnvironmentsInFull = {
  environments: noEnvironments,
  before: noEnvironments,
  changes: new Map(),
  found: new Map(),
};

export function evolveInFull(
  known: EnvironmentsInFull,
  event: Recorded<EnvironmentsEvent>,
): EnvironmentsInFull {
  const before = known.environments;
  const environments = evolveEnvironments(before, event);
  return { ...known, ...whatChanges(known, event), before, environments };
}

function whatChanges(
  known: EnvironmentsInFull,
  event: Recorded<EnvironmentsEvent>,
): Partial<EnvironmentsInFull> {
  const act: Act = { by: event.actor, at: event.recordedAt };
  switch (event.type) {
    case 'ConfigurationObserved':
      return { observed: event.data.environment };
    case 'DriftFound': {
      const { id, recordedAt: at } = event;
      const found = new Map(known.found);
      for (const drift of event.data.drifts) found.set(driftKey(drift), { event: id, at });
      return { found };
    }
    case 'ConfigurationChangeProposed': {
      const change = { ...event.data, proposed: act, appliedIn: [] };
      return { changes: new Map(known.changes).set(event.data.change, change) };
    }
    case 'ConfigurationChangeConfirmed':
      return changed(known, event.data.change, () => ({ confirmed: act }));
    case 'ConfigurationChangeReviewed': {
      const reviewed = { ...act, passed: event.data.verdict === 'passed' };
      return changed(known, event.data.change, () => ({ reviewed }));
    }
    case 'ConfigurationApplied':
      return changed(known, event.data.change, ({ appliedIn, environments }) => ({
        appliedIn: environments.filter(
          (one) => appliedIn.includes(one) || one === event.data.environment,
        ),
      }));
    case 'ConfigurationReversalOrdered':
      return changed(known, event.data.change, () => ({ reversalReason: event.data.reason }));
    default:
      return {};
  }
}

function changed(
  { changes }: EnvironmentsInFull,
  id: string,
  what: (change: ChangeInFull) => Partial<ChangeInFull>,
): Partial<EnvironmentsInFull> {
  const change = changes.get(id);
  return change ? { changes: new Map(changes).set(id, { ...change, ...what(change) }) } : {};
}
