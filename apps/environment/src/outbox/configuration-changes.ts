import {
  configurationChangeApplied,
  configurationChangeConfirmed,
  configurationChangeEnded,
  configurationChangeProposed,
} from '@roadbook/contracts';
import { entriesMax } from '@roadbook/decider';
import type { Environment, Evidence } from '@roadbook/decider';
import { nothing, tell } from '@roadbook/telling';
import type { Told } from '@roadbook/telling';
import type { ConfigurationChangeEvent } from '../domain/environments/events.js';
import type { ChangeInFull, EnvironmentsInFull } from '../domain/environments/in-full.js';
import { observedIn, scopeOf } from '../domain/environments/state.js';
import type { AtEvent, EnvironmentTellings } from './environments.js';
import { driftEntries } from './parts.js';

export const configurationChanges: EnvironmentTellings<ConfigurationChangeEvent> = {
  ConfigurationChangeProposed: ({ data }, at) => [
    tell(configurationChangeProposed, { ...at.happening, ...planned(changeIn(at, data), at.full) }),
  ],
  ConfigurationChangeConfirmed: ({ data }, at) => [agreed('confirmation', data, at)],
  /** A review that failed is no yes. */
  ConfigurationChangeReviewed: ({ data }, at) =>
    data.verdict === 'passed' ? [agreed('review', data, at, data.note)] : [],
  ConfigurationApplicationOrdered: nothing,
  ConfigurationApplied: ({ data }, at) => [reported(data, at, 'upwards', 'succeeded')],
  ConfigurationApplicationFailed: ({ data }, at) => [reported(data, at, 'upwards', 'failed')],
  ConfigurationApplicationObserved: nothing,
  ConfigurationAuthorizationRequested: nothing,
  ConfigurationChangeAuthorized: ({ data }, at) => [agreed('authorization', data, at)],
  ConfigurationChangeDenied: nothing,
  ConfigurationWindowProposed: nothing,
  ConfigurationWindowConfirmed: ({ data }, at) => [agreed('window', data, at)],
  ConfigurationWindowLapsed: nothing,
  ConfigurationReversalOrdered: nothing,
  ConfigurationReverted: ({ data }, at) => [reported(data, at, 'downwards', 'succeeded')],
  ConfigurationReversalFailed: ({ data }, at) => [reported(data, at, 'downwards', 'failed')],
  ConfigurationChangeCompleted: ({ data }, at) => [ended('completed', null, data, at)],
  ConfigurationChangeWithdrawn: ({ data }, at) => [ended('withdrawn', data.reason, data, at)],
  ConfigurationChangeReverted: ({ data }, at) => [
    ended('reverted', changeIn(at, data).reversalReason ?? null, data, at),
  ],
};

interface OfChange {
  readonly change: string;
}

function changeIn({ full }: AtEvent, { change: id }: OfChange): ChangeInFull {
  const change = full.changes.get(id);
  if (!change) throw new Error(`there is no configuration change ${id}`);
  return change;
}

function agreed(
  step: 'confirmation' | 'review' | 'authorization' | 'window',
  { change: id }: OfChange,
  at: AtEvent,
  note: string | null = null,
): Told {
  const { change, what, confirmed, reviewed } = changeIn(at, { change: id });
  const complete = confirmed !== undefined && reviewed?.passed === true;
  const said = note === null || note.trim() === '' ? null : note;
  return tell(configurationChangeConfirmed, {
    ...at.happening,
    ...{ change, what, step, complete, note: said },
  });
}

function reported(
  data: OfChange & { readonly environment: Environment; readonly evidence: Evidence },
  at: AtEvent,
  direction: 'upwards' | 'downwards',
  outcome: 'succeeded' | 'failed',
): Told {
  const { change, what } = changeIn(at, data);
  const { environment, evidence } = data;
  return tell(configurationChangeApplied, {
    ...at.happening,
    ...{ change, what, environment, direction, outcome, evidence },
  });
}

/** Everything that the diff of the change shows. */
function planned(change: ChangeInFull, full: EnvironmentsInFull) {
  const { what, reason: why, risk, environments, before, after } = change;
  return {
    ...{ change: change.change, what, why, risk, environments },
    diff: diffOf(change, full),
    parity: { before, after },
  };
}

/** A change of scope alone leaves the setting as it is. */
function diffOf({ diff, scopes, environments: all }: ChangeInFull, full: EnvironmentsInFull) {
  const { environments } = full;
  const scopeNow = (setting: string) =>
    environments.opened ? scopeOf(environments, setting) : ('behaviour' as const);
  const lines = diff.map(({ setting, from: current, to: proposed, environments: where }) => ({
    ...{ setting, current, proposed, environments: where },
    scope: scopes.find((one) => one.setting === setting)?.to ?? scopeNow(setting),
  }));
  const scopesAlone = scopes
    .filter(({ setting }) => !diff.some((line) => line.setting === setting))
    .map(({ setting, to: scope }) => {
      const stands =
        (environments.opened ? observedIn(environments, 'production', setting) : undefined) ?? null;
      return { setting, current: stands, proposed: stands, environments: all, scope };
    });
  return [...lines, ...scopesAlone];
}

function ended(
  result: 'completed' | 'withdrawn' | 'reverted',
  reason: string | null,
  data: OfChange,
  at: AtEvent,
): Told {
  const change = changeIn(at, data);
  const { proposed, confirmed, reviewed, appliedIn } = change;
  return tell(configurationChangeEnded, {
    ...at.happening,
    ...planned(change, at.full),
    ...{ result, reason, appliedIn },
    ...{ proposedBy: proposed.by, proposedAt: proposed.at },
    ...{ confirmedBy: confirmed?.by ?? null, confirmedAt: confirmed?.at ?? null },
    ...{ reviewedBy: reviewed?.by ?? null, reviewedAt: reviewed?.at ?? null },
    drift: driftEntries(driftOf(change, at.full)),
  });
}

/** The drift that stands in settings of the change. */
function driftOf({ diff, scopes }: ChangeInFull, { environments }: EnvironmentsInFull) {
  const settings = new Set([...diff, ...scopes].map(({ setting }) => setting));
  if (!environments.opened) return [];
  return [...environments.drifts.values()]
    .filter(({ setting }) => settings.has(setting))
    .slice(0, entriesMax);
}
