import type { ActorId, Environment } from '@roadbook/decider';
import type { Content, Scope } from '../../domain/environments/settings.js';

/** A setting of one environment. What is absent in it is not there, or was never given. */
export interface SettingRow {
  readonly setting: string;
  /** What was observed, and since when it stands so; recorded time. */
  readonly observed: { readonly content: Content; readonly since: string } | null;
  /** What configuration changes gave it last; content null where that took it away. */
  readonly declared: { readonly content: Content | null; readonly since: string } | null;
}

export interface ScopeRow {
  readonly setting: string;
  readonly scope: Scope;
}

/** The last report that was news. */
export interface ObservationRow {
  /** Id of the event. */
  readonly event: string;
  readonly actor: ActorId;
  readonly at: string;
  /** How many settings there are. */
  readonly settings: number;
}

/** One environment of a project, as it is configured. */
export interface EnvironmentRow {
  readonly project: string;
  readonly environment: Environment;
  readonly validates: string;
  /** Null while nothing was ever observed. */
  readonly observation: ObservationRow | null;
  /** In the order of their keys. */
  readonly settings: readonly SettingRow[];
  /** Those that were declared; every other setting affects behaviour. The same in every environment. */
  readonly scopes: readonly ScopeRow[];
}
