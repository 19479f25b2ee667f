import type { Environment, Evidence, Role } from '@roadbook/decider';
import { specification } from '@roadbook/decider/acting';
import type { Act, History } from '@roadbook/decider/acting';
import { act, by, origin, strictlyEqual } from '../acts.fixture.js';
import { environmentsDecider } from './decide.js';
import type { ChangedSetting, Given, ScopeLine } from './diff.js';
import type { Drift } from './drift.js';
import type { DataOf, EnvironmentsEvent, EnvironmentsEventType } from './events.js';
import { validatesAtFirst } from './opening.js';
import { forNothingElse } from './parity.js';
import type { Setting } from './settings.js';

/**
 * What can have happened to the environments of a project, as specs tell it: each takes what matters to the spec, the rest is as usual.
 */
type Happened = Act<EnvironmentsEvent>;
type Past = readonly History<EnvironmentsEvent>[];

const happened = <Type extends EnvironmentsEventType>(
  role: Role,
  type: Type,
  data: DataOf<Type>,
): Happened => act(role, { type, data } as EnvironmentsEvent);

export const change = '7c9e6679-7425-50de-944b-e07fc1f90ae7';
export const evidence: Evidence = { link: 'https://ci.example/runs/1' };

/** `environments(opened(), …).when(…).then…` */
export const environments = specification(
  environmentsDecider,
  { origin, surroundings: undefined },
  strictlyEqual,
);

export const plain = (setting: string, value: string): Setting => ({ setting, value });
export const secret = (setting: string, digest: string): Setting => ({ setting, digest });

/** What stands everywhere unless a spec says otherwise. */
export const settings: readonly Setting[] = [plain('LIMIT', '10'), secret('TOKEN', 'd1')];

export const opened = (): Happened =>
  happened('system', 'EnvironmentsOpened', { project: 'shop', validates: validatesAtFirst });
export const described = (environment: Environment, validates: string): Happened =>
  happened('cio', 'ValidationDescribed', { environment, validates });
export const declared = (setting: string, scope: 'behaviour' | 'environment'): Happened =>
  happened('cio', 'ScopeDeclared', { setting, scope });

/** Everything that the report changed; `count` is how many settings there are then. */
export const observed = (
  environment: Environment,
  set: readonly Setting[] = settings,
  { removed = [], count = set.length }: { removed?: readonly string[]; count?: number } = {},
): Happened =>
  happened('deployer', 'ConfigurationObserved', { environment, set, removed, settings: count });

export const driftOf = (setting: string, environment: 'staging' | 'qa'): Drift => ({
  setting,
  kind: 'between',
  environment,
});
export const declaredDrift = (setting: string, environment: Environment): Drift => ({
  setting,
  kind: 'declared',
  environment,
});
export const found = (...drifts: readonly Drift[]): Happened =>
  happened('deployer', 'DriftFound', { drifts });
export const resolved = (...drifts: readonly Drift[]): Happened =>
  happened('deployer', 'DriftResolved', { drifts });
export const verified = (more: Partial<DataOf<'ParityVerified'>> = {}): Happened =>
  happened('cio', 'ParityVerified', {
    ...forNothingElse,
    purpose: 'check',
    staging: 'mirrors',
    qa: 'mirrors',
    drift: [],
    driftCount: 0,
    ...more,
  });

/** All four are as usual, and mirror each other. */
export const mirrored: Past = [
  opened(),
  ...(['dev', 'qa', 'staging', 'production'] as const).map((one) => observed(one)),
];

export const everywhere: readonly Environment[] = ['dev', 'qa', 'staging', 'production'];
export const limitTo = (
  value: string,
  where: readonly Environment[] = everywhere,
): ChangedSetting => ({ setting: 'LIMIT', environments: where, to: { value } });

/** The limit from 10 to 20, everywhere unless told. */
export const proposed = (
  where: readonly Environment[] = everywhere,
  more: Partial<DataOf<'ConfigurationChangeProposed'>> = {},
): Happened =>
  happened('cio', 'ConfigurationChangeProposed', {
    change,
    what: 'Raise the limit',
    reason: 'The old one is too low.',
    risk: 'None that is known.',
    environments: where,
    settings: [limitTo('20', where)],
    diff: [{ setting: 'LIMIT', from: { value: '10' }, to: { value: '20' }, environments: where }],
    scopes: [],
    before: { staging: 'mirrors', qa: 'mirrors' },
    after: { staging: 'mirrors', qa: 'mirrors' },
    drift: [],
    ...more,
  });
const to = (value: string): Given => ({ setting: 'LIMIT', content: { value } });
export const confirmed = (): Happened =>
  by('jo', happened('cio', 'ConfigurationChangeConfirmed', { change }));
export const reviewed = (verdict: 'passed' | 'failed' = 'passed'): Happened =>
  happened('cto', 'ConfigurationChangeReviewed', { change, verdict, note: 'as it should be' });
export const ordered = (environment: Environment): Happened =>
  happened('cio', 'ConfigurationApplicationOrdered', { change, environment });
export const applied = (environment: Environment, given: readonly Given[] = [to('20')]): Happened =>
  happened('deployer', 'ConfigurationApplied', { change, environment, given, evidence });
export const failed = (environment: Environment): Happened =>
  happened('deployer', 'ConfigurationApplicationFailed', { change, environment, evidence });
export const shown = (environment: Environment): Happened =>
  happened('deployer', 'ConfigurationApplicationObserved', { change, environment });
export const requested = (): Happened =>
  happened('cio', 'ConfigurationAuthorizationRequested', { change });
export const authorized = (): Happened =>
  happened('orchestrator', 'ConfigurationChangeAuthorized', { change });
export const denied = (reason = 'not today'): Happened =>
  happened('orchestrator', 'ConfigurationChangeDenied', { change, reason });

export const hours = {
  start: '2026-03-02T09:00:00.000Z',
  end: '2026-03-02T17:00:00.000Z',
} as const;
export const windowProposed = (window = hours as { start: string; end: string }): Happened =>
  happened('cio', 'ConfigurationWindowProposed', { change, ...window });
export const windowConfirmed = (window = hours as { start: string; end: string }): Happened =>
  happened('orchestrator', 'ConfigurationWindowConfirmed', { change, ...window });
export const windowLapsed = (window = hours as { start: string; end: string }): Happened =>
  happened('system', 'ConfigurationWindowLapsed', { change, ...window });
export const reversalOrdered = (...where: readonly Environment[]): Happened =>
  happened('cio', 'ConfigurationReversalOrdered', {
    change,
    reason: 'worse than before',
    environments: where,
  });
export const reverted = (environment: Environment): Happened =>
  happened('deployer', 'ConfigurationReverted', {
    ...{ change, environment, evidence },
    given: [to('10')],
  });
export const reversalFailed = (environment: Environment): Happened =>
  happened('deployer', 'ConfigurationReversalFailed', { change, environment, evidence });
export const completed = (scopes: readonly ScopeLine[] = []): Happened =>
  happened('deployer', 'ConfigurationChangeCompleted', { change, scopes });
export const withdrawn = (...where: readonly Environment[]): Happened =>
  happened('cio', 'ConfigurationChangeWithdrawn', {
    change,
    reason: 'no longer wanted',
    environments: where,
  });
export const wholeReverted = (): Happened =>
  happened('deployer', 'ConfigurationChangeReverted', { change });

export const raised = [plain('LIMIT', '20')];

/** Agreed: proposed, confirmed and reviewed. */
export const agreed = (where: readonly Environment[] = everywhere): Past => [
  ...mirrored,
  proposed(where),
  confirmed(),
  reviewed(),
];
/** The drift that the way up makes and takes back, as the observations show it. */
const onTheWay: Readonly<Record<Environment, Past>> = {
  dev: [],
  qa: [found(driftOf('LIMIT', 'qa'))],
  staging: [found(driftOf('LIMIT', 'staging'))],
  production: [resolved(driftOf('LIMIT', 'qa'), driftOf('LIMIT', 'staging'))],
};
/** Applied there and observed. */
export const arrivedIn = (environment: Environment): Past => [
  ordered(environment),
  applied(environment),
  observed(environment, raised, { count: 2 }),
  ...onTheWay[environment],
  shown(environment),
];
/** Agreed, and in every environment up to this one. */
export const upTo = (last: Environment): Past => [
  ...agreed(),
  ...everywhere.slice(0, everywhere.indexOf(last) + 1).flatMap(arrivedIn),
];
export const clearance: Past = [requested(), authorized(), windowProposed(), windowConfirmed()];
/** Nothing stands between the change and production. */
export const cleared: Past = [...upTo('staging'), ...clearance];
/** In production too, and everywhere. */
export const done: Past = [...cleared, ...arrivedIn('production'), completed()];
