import type { Environment } from '@roadbook/decider';
import { sameContent } from './settings.js';
import type { Content, Scope } from './settings.js';

/** A setting that gets another content, with the environments in which that is the same change. Null is a setting that is not there. */
export interface DiffLine {
  readonly setting: string;
  readonly from: Content | null;
  readonly to: Content | null;
  readonly environments: readonly Environment[];
}

/** A setting that gets another scope, in every environment. */
export interface ScopeLine {
  readonly setting: string;
  readonly from: Scope;
  readonly to: Scope;
}

/** What a change does to a setting: another content or none, in these of its environments, or another scope. */
export interface ChangedSetting {
  readonly setting: string;
  readonly environments: readonly Environment[];
  /** Absent where only the scope changes; null takes the setting away. */
  readonly to?: Content | null;
  readonly scope?: Scope;
}

/** Current against proposed, in the order of settings; environments in which a setting stands the same way already are left out. */
export function diffOf(
  changed: readonly ChangedSetting[],
  current: (environment: Environment, setting: string) => Content | undefined,
): DiffLine[] {
  const lines = new Map<string, DiffLine>();
  for (const { setting, environments, to } of changed) {
    if (to === undefined) continue;
    for (const environment of environments) {
      const from = current(environment, setting) ?? null;
      const key = JSON.stringify([setting, from, to]);
      const { environments: others = [] } = lines.get(key) ?? {};
      if (!sameContent(from, to))
        lines.set(key, { setting, from, to, environments: [...others, environment] });
    }
  }
  return [...lines.values()];
}
