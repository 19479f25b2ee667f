import { environments as all, guard, refuseAtFirst, listed, silence } from '@roadbook/decider';
import type { Condition, Decision } from '@roadbook/decider';
import { parityOf } from './answering-parity.js';
import type { Asked } from './asked.js';
import { diffOf } from './diff.js';
import type { DiffLine, ScopeLine } from './diff.js';
import type { Drift } from './drift.js';
import type { EnvironmentsEvent } from './events.js';
import { bySetting, isSettingKey, keyCharactersMax, settingsMax } from './settings.js';
import type { Configuration, Content } from './settings.js';
import { driftsEverywhere } from './standing-drift.js';
import { isEnded, observedIn, scopeOf } from './state.js';
import type { OpenedEnvironments } from './state.js';

/** How many settings one change may have, each counted once for every content that it gets. */
export const changedSettingsMax = 100;

type Proposal = Asked<'ProposeConfigurationChange'>;

const somethingIsConcerned: Condition<Proposal> = guard(
  'environments-concerned',
  {},
  ({ command: { environments, settings } }) => {
    if (environments.length === 0)
      return 'a configuration change concerns at least one environment';
    if (settings.length === 0) return 'a configuration change changes at least one setting';
    return settings.length > changedSettingsMax
      ? `a configuration change has at most ${changedSettingsMax} settings`
      : undefined;
  },
);

const settingsAreSaid: Condition<Proposal> = guard(
  'changed-settings',
  {},
  ({ command: { environments, settings } }) => {
    const seen = new Set<string>();
    for (const { setting, environments: some, to, scope } of settings) {
      if (!isSettingKey(setting))
        return `the key of a setting is 1 to ${keyCharactersMax} letters, digits and _ . : / -`;
      if (to === undefined && scope === undefined)
        return `${setting} gets neither another content nor another scope`;
      for (const environment of some) {
        if (!environments.includes(environment))
          return `${setting} is to change in ${environment}, which this change does not concern`;
        const place = `${environment} ${setting}`;
        if (seen.has(place)) return `${setting} is to change twice in ${environment}`;
        seen.add(place);
      }
    }
    return undefined;
  },
);

/** A diff needs something to differ from. */
const environmentsWereObserved: Condition<Proposal> = guard(
  'environments-observed',
  { from: 'deployer' },
  ({ command, environments: { observed } }) => {
    const unknown = all.filter((one) => command.environments.includes(one) && !observed[one]);
    return unknown.length > 0
      ? `the configuration of ${unknown.join(', ')} was never observed`
      : undefined;
  },
);

/** One change at a time for each setting, so that every diff stays true. */
const settingsAreFree: Condition<Proposal> = guard(
  'settings-free',
  { from: 'cio' },
  ({ command: { settings }, environments: { changes } }) => {
    const wanted = new Set(settings.map(({ setting }) => setting));
    for (const change of changes.values()) {
      if (isEnded(change)) continue;
      const taken = [...change.diff, ...change.scopes]
        .map(({ setting }) => setting)
        .find((setting) => wanted.has(setting));
      if (taken !== undefined)
        return `${taken} is part of the configuration change ${change.id}, which is not ended`;
    }
    return undefined;
  },
);

const scopeChangesEverywhere: Condition<Proposal> = guard(
  'scope-concerns-all-environments',
  {},
  ({ command: { environments, settings } }) => {
    const rescoped = settings.find(({ scope }) => scope !== undefined);
    return rescoped && all.some((one) => !environments.includes(one))
      ? `a scope holds in every environment, so a change of that of ${rescoped.setting} concerns all four`
      : undefined;
  },
);

/** The environments as they would be, with the change applied and observed. */
function proposed(
  state: OpenedEnvironments,
  diff: readonly DiffLine[],
  scopes: readonly ScopeLine[],
): OpenedEnvironments {
  const observed = { ...state.observed };
  const declared = { ...state.declared };
  for (const { setting, to, environments } of diff)
    for (const one of environments) {
      const { settings = new Map<string, Content>(), event = '' } = observed[one] ?? {};
      const now = new Map(settings);
      if (to) now.set(setting, to);
      else now.delete(setting);
      observed[one] = { settings: now, event };
      declared[one] = new Map([...(declared[one] ?? []), [setting, to]]);
    }
  const next = {
    ...state,
    observed,
    declared,
    scopes: new Map([...state.scopes, ...scopes.map(({ setting, to }) => [setting, to] as const)]),
  };
  return { ...next, drifts: driftsEverywhere(next) };
}

const somethingChanges: Condition<{ diff: readonly DiffLine[]; scopes: readonly ScopeLine[] }> =
  guard('configuration-changes', {}, ({ diff, scopes }) =>
    diff.length + scopes.length === 0
      ? 'nothing would change: every setting stands in these environments as proposed'
      : undefined,
  );

const configurationStaysSmall: Condition<{ after: OpenedEnvironments }> = guard(
  'proposed-settings-limit',
  {},
  ({ after }) => {
    const size = ({ settings }: { settings: Configuration }) => settings.size;
    const full = all.filter(
      (one) => after.observed[one] && size(after.observed[one]) > settingsMax,
    );
    return full.length > 0
      ? `${listed(full)} would have more than ${settingsMax} settings`
      : undefined;
  },
);

/** The diff, and parity before and after, are computed here, from what was observed. */
export function proposeConfigurationChange(asked: Proposal): Decision<EnvironmentsEvent> {
  const { command, environments } = asked;
  if (environments.changes.has(command.change)) return silence;
  const refusal = refuseAtFirst(
    [
      somethingIsConcerned,
      settingsAreSaid,
      scopeChangesEverywhere,
      environmentsWereObserved,
      settingsAreFree,
    ],
    asked,
  );
  if (refusal) return refusal;
  const concerned = all.filter((one) => command.environments.includes(one));
  const diff = diffOf(command.settings, (one, setting) => observedIn(environments, one, setting));
  const scopes = scopeLines(asked);
  const after = proposed(environments, diff, scopes);
  return (
    refuseAtFirst([somethingChanges], { diff, scopes }) ??
    refuseAtFirst([configurationStaysSmall], { after }) ?? [
      {
        type: 'ConfigurationChangeProposed',
        data: {
          ...command,
          environments: concerned,
          diff,
          scopes,
          before: pairs(environments),
          after: pairs(after),
          drift: driftOf(after, command.settings),
        },
      },
    ]
  );
}

function scopeLines({ command: { settings }, environments }: Proposal): ScopeLine[] {
  const wanted = new Map(
    settings.flatMap(({ setting, scope }) => (scope ? [[setting, scope] as const] : [])),
  );
  return [...wanted]
    .map(([setting, to]) => ({ setting, from: scopeOf(environments, setting), to }))
    .filter(({ from, to }) => from !== to);
}

function pairs(state: OpenedEnvironments) {
  const { staging, qa } = parityOf(state);
  return { staging, qa };
}

function driftOf(after: OpenedEnvironments, settings: readonly { setting: string }[]): Drift[] {
  const changed = new Set(settings.map(({ setting }) => setting));
  return [...after.drifts.values()].filter(({ setting }) => changed.has(setting)).sort(bySetting);
}
