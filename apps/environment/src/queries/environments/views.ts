import type { Environment } from '@roadbook/decider';
import type { Drift } from '../../domain/environments/drift.js';
import type { Content, Scope } from '../../domain/environments/settings.js';
import { unsettledIn } from '../../domain/environments/state.js';
import type { OpenedEnvironments } from '../../domain/environments/state.js';
import type { EnvironmentRow, ObservationRow } from '../../projections/environments/row.js';

export type ObservationView = ObservationRow;

/** An environment in short. */
export interface EnvironmentView {
  readonly environment: Environment;
  /** What it validates that the one before does not. */
  readonly validates: string;
  /** `unknown` where it was never observed, or a change was applied and nobody has observed it since. */
  readonly configuration: 'known' | 'unknown';
  readonly observation: ObservationRow | null;
  /** The configuration changes that are being applied or reverted there. */
  readonly changing: readonly string[];
  /** The drift that stands there. */
  readonly drift: readonly Drift[];
}

/** A setting of an environment. */
export interface SettingView {
  readonly setting: string;
  readonly scope: Scope;
  readonly observed: Content | null;
  /** Since when it stands so; recorded time. */
  readonly observedSince: string | null;
  /** Whether a configuration change gave it anything. */
  readonly isDeclared: boolean;
  /** Null also where a change took it away. */
  readonly declared: Content | null;
  readonly declaredSince: string | null;
}

export interface ConfigurationView extends EnvironmentView {
  readonly project: string;
  readonly settings: readonly SettingView[];
  readonly revision: number;
}

/** A setting in all environments. */
export interface SettingEverywhereView {
  readonly setting: string;
  readonly scope: Scope;
  readonly environments: readonly (Omit<SettingView, 'setting' | 'scope'> & {
    readonly environment: Environment;
  })[];
}

export function environmentView(
  { environment, validates, observation }: EnvironmentRow,
  state: OpenedEnvironments,
): EnvironmentView {
  const changing = unsettledIn(state, environment).map(({ id }) => id);
  const drift = [...state.drifts.values()].filter((one) => one.environment === environment);
  const configuration = observation && changing.length === 0 ? 'known' : 'unknown';
  return { environment, validates, configuration, observation, changing, drift };
}

/** What was not declared affects behaviour. */
export function settingViews({ settings, scopes }: EnvironmentRow): SettingView[] {
  const declared = new Map(scopes.map(({ setting, scope }) => [setting, scope]));
  return settings.map((one) => ({
    setting: one.setting,
    scope: declared.get(one.setting) ?? 'behaviour',
    observed: one.observed?.content ?? null,
    observedSince: one.observed?.since ?? null,
    isDeclared: one.declared !== null,
    declared: one.declared?.content ?? null,
    declaredSince: one.declared?.since ?? null,
  }));
}
