import { environments as all } from '@roadbook/decider';
import type { Environment } from '@roadbook/decider';
import { driftKey, driftsPerEvent, inParts } from './drift.js';
import type { Drift } from './drift.js';
import type { SettingsEvent } from './events.js';
import { bySetting, sameContent } from './settings.js';
import { observedIn, scopeOf } from './state.js';
import type { OpenedEnvironments } from './state.js';

/** The environments that mirror production. */
export const mirrors = ['staging', 'qa'] as const satisfies readonly Environment[];

const isMirror = (environment: Environment): environment is (typeof mirrors)[number] =>
  mirrors.some((one) => one === environment);

/** All drift in which the environment has a part, as it is configured now. */
export function driftsAt(state: OpenedEnvironments, environment: Environment): Drift[] {
  const pairs = environment === 'production' ? mirrors : [environment].filter(isMirror);
  return [
    ...pairs.flatMap((mirror) => fromProduction(state, mirror)),
    ...fromDeclared(state, environment),
  ];
}

/** Whether the environment has a part in it: production has one in every difference from it. */
const isAt = ({ kind, environment }: Drift, at: Environment): boolean =>
  environment === at || (kind === 'between' && at === 'production');

/** All drift that there is, each once. */
export const driftsEverywhere = (state: OpenedEnvironments): ReadonlyMap<string, Drift> =>
  new Map(all.flatMap((one) => driftsAt(state, one)).map((drift) => [driftKey(drift), drift]));

function fromProduction(state: OpenedEnvironments, mirror: Environment): Drift[] {
  const [here, there] = [state.observed[mirror]?.settings, state.observed.production?.settings];
  if (!here || !there) return [];
  return [...new Set([...here.keys(), ...there.keys()])]
    .filter((setting) => !sameContent(here.get(setting), there.get(setting)))
    .filter((setting) => scopeOf(state, setting) === 'behaviour')
    .map((setting) => ({ setting, kind: 'between', environment: mirror }));
}

function fromDeclared(state: OpenedEnvironments, environment: Environment): Drift[] {
  if (!state.observed[environment]) return [];
  return [...(state.declared[environment] ?? [])]
    .filter(([setting, given]) => !sameContent(observedIn(state, environment, setting), given))
    .filter(([setting]) => scopeOf(state, setting) === 'behaviour')
    .map(([setting]) => ({ setting, kind: 'declared', environment }));
}

/**
 * What an observation of the environment shows: drift that was not there before, and drift that is no more. What was declared elsewhere
 * is looked at when it is observed there.
 */
export const driftShownIn = (
  state: OpenedEnvironments,
  environment: Environment,
): SettingsEvent[] =>
  driftEvents(state, driftsAt(state, environment), (drift) => isAt(drift, environment));

/** The same for settings whose scope has changed, in every environment. */
export const driftShownOf = (
  state: OpenedEnvironments,
  settings: ReadonlySet<string>,
): SettingsEvent[] => {
  const concerned = ({ setting }: Drift) => settings.has(setting);
  return driftEvents(state, [...driftsEverywhere(state).values()].filter(concerned), concerned);
};

function driftEvents(
  { drifts: standing }: OpenedEnvironments,
  now: readonly Drift[],
  concerned: (drift: Drift) => boolean,
): SettingsEvent[] {
  const known = new Set(now.map(driftKey));
  const found = now.filter((drift) => !standing.has(driftKey(drift)));
  const resolved = [...standing.values()].filter(
    (drift) => concerned(drift) && !known.has(driftKey(drift)),
  );
  const parts = (type: 'DriftFound' | 'DriftResolved', some: readonly Drift[]) =>
    inParts([...some].sort(bySetting), driftsPerEvent).map((drifts) => ({
      type,
      data: { drifts },
    }));
  return [...parts('DriftFound', found), ...parts('DriftResolved', resolved)];
}
