import type { Environment } from '@roadbook/decider';
import type { Placed } from '@roadbook/read-model';
import type { Given } from '../../domain/environments/diff.js';
import type { EnvironmentsEvent } from '../../domain/environments/events.js';
import { bySetting, contentOf } from '../../domain/environments/settings.js';
import type { EnvironmentRow, ScopeRow, SettingRow } from './row.js';

/** The environment after one more event of its project. */
export function applyToEnvironment(
  row: EnvironmentRow | undefined,
  event: Placed<EnvironmentsEvent>,
  environment: Environment,
): EnvironmentRow | undefined {
  if (event.type === 'EnvironmentsOpened') {
    const { project, validates } = event.data;
    const nothing = { observation: null, settings: [], scopes: [] };
    return { project, environment, validates: validates[environment], ...nothing };
  }
  return row && { ...row, ...whatChanges(row, event) };
}

function whatChanges(
  row: EnvironmentRow,
  event: Placed<EnvironmentsEvent>,
): Partial<EnvironmentRow> | undefined {
  switch (event.type) {
    case 'ValidationDescribed':
      return { validates: event.data.validates };
    case 'ScopeDeclared':
      return { scopes: scoped(row.scopes, [event.data]) };
    case 'ConfigurationChangeCompleted':
      return {
        scopes: scoped(
          row.scopes,
          event.data.scopes.map(({ setting, to }) => ({ setting, scope: to })),
        ),
      };
    case 'ConfigurationApplied':
    case 'ConfigurationReverted':
      return { settings: declared(row, event.data.given, event.recordedAt) };
    case 'ConfigurationObserved': {
      const { id, actor, recordedAt: at, data } = event;
      const observation = { event: id, actor, at, settings: data.settings };
      return { observation, settings: observed(row, event) };
    }
    default:
      return undefined;
  }
}

function scoped(scopes: readonly ScopeRow[], now: readonly ScopeRow[]): ScopeRow[] {
  const changed = new Set(now.map(({ setting }) => setting));
  return [...scopes.filter(({ setting }) => !changed.has(setting)), ...now].sort(bySetting);
}

function declared({ settings }: EnvironmentRow, given: readonly Given[], since: string) {
  const rows = new Map(settings.map((one) => [one.setting, one]));
  for (const { setting, content } of given) {
    const observed = rows.get(setting)?.observed ?? null;
    rows.set(setting, { setting, observed, declared: { content, since } });
  }
  return inOrder(rows);
}

function observed(
  { settings }: EnvironmentRow,
  {
    data,
    recordedAt: since,
  }: Extract<Placed<EnvironmentsEvent>, { type: 'ConfigurationObserved' }>,
) {
  const rows = new Map(settings.map((one) => [one.setting, one]));
  for (const one of data.set) {
    const { setting } = one;
    const declared = rows.get(setting)?.declared ?? null;
    rows.set(setting, { setting, observed: { content: contentOf(one), since }, declared });
  }
  for (const setting of data.removed) {
    const declared = rows.get(setting)?.declared ?? null;
    if (declared) rows.set(setting, { setting, observed: null, declared });
    else rows.delete(setting);
  }
  return inOrder(rows);
}

const inOrder = (rows: ReadonlyMap<string, SettingRow>): SettingRow[] =>
  [...rows.values()].sort(bySetting);
