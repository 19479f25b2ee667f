import type { ActorId, Environment, Window } from '@roadbook/decider';
import type { DiffLine, ScopeLine } from './diff.js';
import type { Drift } from './drift.js';
import { sameContent } from './settings.js';
import type { Configuration, Content, Scope } from './settings.js';

/** Where a configuration change stands in one environment. */
export interface Application {
  readonly is: 'ordered' | 'applied' | 'failed' | 'reverting' | 'reversal-failed' | 'reverted';
  /** The environment was observed since it was reported; until then nobody knows what stands there. */
  readonly settled: boolean;
  /** The event that shows that what was observed there is what the change says. */
  readonly observed?: string;
}

/** `by` are all identities that requested it: none of them may grant it. */
export type Authorization =
  | { readonly is: 'absent' }
  | { readonly is: 'requested'; readonly by: readonly ActorId[] }
  | { readonly is: 'granted'; readonly event: string }
  | { readonly is: 'denied'; readonly reason: string };

/** `by` are all identities that proposed it: none of them may confirm it. */
export type ChangeWindow =
  | { readonly is: 'absent' }
  | (Window & { readonly is: 'proposed'; readonly by: readonly ActorId[] })
  | (Window & { readonly is: 'confirmed'; readonly event: string })
  | (Window & { readonly is: 'lapsed' });

export type ChangeStage = 'open' | 'reverting' | 'completed' | 'withdrawn' | 'reverted';

/** A configuration change, with what later decisions about it need. */
export interface ConfigurationChange {
  readonly id: string;
  readonly stage: ChangeStage;
  readonly author: ActorId;
  /** Those concerned, upwards. */
  readonly environments: readonly Environment[];
  readonly diff: readonly DiffLine[];
  readonly scopes: readonly ScopeLine[];
  readonly confirmed?: { readonly by: ActorId; readonly event: string };
  readonly review?: {
    readonly by: ActorId;
    readonly verdict: 'passed' | 'failed';
    readonly event: string;
  };
  readonly applications: Readonly<Partial<Record<Environment, Application>>>;
  readonly authorization: Authorization;
  readonly window: ChangeWindow;
}

/** What was observed last. */
export interface Observation {
  readonly settings: Configuration;
  readonly event: string;
}

type PerEnvironment<What> = Readonly<Partial<Record<Environment, What>>>;

/** The environments of a registered project. */
export interface OpenedEnvironments {
  readonly opened: true;
  readonly validates: Readonly<Record<Environment, string>>;
  /** Where a scope was declared; every other setting affects behaviour. */
  readonly scopes: ReadonlyMap<string, Scope>;
  /** Absent where nothing was ever observed. */
  readonly observed: PerEnvironment<Observation>;
  /** What configuration changes gave each environment; null where they took a setting away. */
  readonly declared: PerEnvironment<ReadonlyMap<string, Content | null>>;
  /** The drift that stands, each by what makes it the same. */
  readonly drifts: ReadonlyMap<string, Drift>;
  readonly changes: ReadonlyMap<string, ConfigurationChange>;
}

/** The environments of a project: unknown here until the project was registered. */
export type Environments = { readonly opened: false } | OpenedEnvironments;

export const noEnvironments: Environments = { opened: false };

/** The safe reading: what nobody declared affects behaviour. */
export const scopeOf = ({ scopes }: OpenedEnvironments, setting: string): Scope =>
  scopes.get(setting) ?? 'behaviour';

export const observedIn = (
  { observed }: OpenedEnvironments,
  environment: Environment,
  setting: string,
): Content | undefined => observed[environment]?.settings.get(setting);

/** Completed, withdrawn or reverted: nothing happens to it any more. */
export const isEnded = ({ stage }: Pick<ConfigurationChange, 'stage'>): boolean =>
  stage !== 'open' && stage !== 'reverting';

/** The environments in which it was ordered, upwards. */
export const orderedIn = ({ environments, applications }: ConfigurationChange): Environment[] =>
  environments.filter((environment) => applications[environment] !== undefined);

/** The settings of which something else stands in the environment than the change says (`to`), or than it was to start from (`from`). */
export const differing = (
  environments: OpenedEnvironments,
  { diff }: ConfigurationChange,
  environment: Environment,
  end: 'from' | 'to',
): string[] =>
  diff
    .filter((line) => line.environments.includes(environment))
    .filter((line) => !sameContent(observedIn(environments, environment, line.setting), line[end]))
    .map(({ setting }) => setting);

/** The changes that somebody is applying or reverting in the environment, or did and nobody has observed it since. */
export const unsettledIn = (
  { changes }: OpenedEnvironments,
  environment: Environment,
): ConfigurationChange[] =>
  [...changes.values()].filter(({ applications }) => applications[environment]?.settled === false);
