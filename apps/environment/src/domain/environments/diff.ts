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

/** What an environment is given of a change: null takes the setting away. */
export interface Given {
  readonly setting: string;
  readonly content: Content | null;
}

/** What a change gives to an environment on its way up (`to`), or gives back on its way down (`from`). */
export const givenTo = (
  environment: Environment,
  diff: readonly DiffLine[],
  end: 'from' | 'to',
): Given[] =>
  diff
    .filter(({ environments }) => environments.includes(environment))
    .map((line) => ({ setting: line.setting, content: line[end] }));

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
