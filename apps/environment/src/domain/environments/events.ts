import type { Event, Environment, Evidence, Window } from '@roadbook/decider';
import type { ChangedSetting, DiffLine, Given, ScopeLine } from './diff.js';
import type { Drift } from './drift.js';
import type { Parity, ParityAnswer, VerifiedFor } from './parity.js';
import type { Scope, Setting } from './settings.js';

interface OfChange {
  /** Id of the configuration change. */
  change: string;
}
interface InEnvironment extends OfChange {
  environment: Environment;
}

export type SettingsEvent =
  | Event<
      'EnvironmentsOpened',
      { project: string; validates: Readonly<Record<Environment, string>> }
    >
  | Event<'ValidationDescribed', { environment: Environment; validates: string }>
  | Event<'ScopeDeclared', { setting: string; scope: Scope }>
  /** What the report of the whole configuration changed of what was observed there before; `settings` is how many there are now. */
  | Event<
      'ConfigurationObserved',
      {
        environment: Environment;
        set: readonly Setting[];
        removed: readonly string[];
        settings: number;
      }
    >
  | Event<'DriftFound', { drifts: readonly Drift[] }>
  | Event<'DriftResolved', { drifts: readonly Drift[] }>
  /** Each check that ran, whatever it found. */
  | Event<'ParityVerified', VerifiedFor & ParityAnswer>;

export type ConfigurationChangeEvent =
  | Event<
      'ConfigurationChangeProposed',
      OfChange & {
        what: string;
        reason: string;
        risk: string;
        environments: readonly Environment[];
        settings: readonly ChangedSetting[];
        diff: readonly DiffLine[];
        scopes: readonly ScopeLine[];
        before: Parity;
        after: Parity;
        /** The drift that this change leaves behind when it is applied in its environments. */
        drift: readonly Drift[];
      }
    >
  | Event<'ConfigurationChangeConfirmed', OfChange>
  | Event<'ConfigurationChangeReviewed', OfChange & { verdict: 'passed' | 'failed'; note: string }>
  | Event<'ConfigurationApplicationOrdered', InEnvironment>
  /** `given` is declared there from now on; so it is when it was reverted. */
  | Event<'ConfigurationApplied', InEnvironment & { given: readonly Given[]; evidence: Evidence }>
  | Event<'ConfigurationApplicationFailed', InEnvironment & { evidence: Evidence }>
  /** What was observed there is what the change says. */
  | Event<'ConfigurationApplicationObserved', InEnvironment>
  | Event<'ConfigurationAuthorizationRequested', OfChange>
  | Event<'ConfigurationChangeAuthorized', OfChange>
  | Event<'ConfigurationChangeDenied', OfChange & { reason: string }>
  | Event<'ConfigurationWindowProposed', OfChange & Window>
  | Event<'ConfigurationWindowConfirmed', OfChange & Window>
  | Event<'ConfigurationWindowLapsed', OfChange & Window>
  /** `environments` are those in which it was ordered, downwards. */
  | Event<
      'ConfigurationReversalOrdered',
      OfChange & { reason: string; environments: readonly Environment[] }
    >
  | Event<'ConfigurationReverted', InEnvironment & { given: readonly Given[]; evidence: Evidence }>
  | Event<'ConfigurationReversalFailed', InEnvironment & { evidence: Evidence }>
  /** It is in every environment concerned, and was observed there. Its scopes hold from now on. */
  | Event<'ConfigurationChangeCompleted', OfChange & { scopes: readonly ScopeLine[] }>
  /** `environments` are those in which it stays: what differs there is drift. */
  | Event<
      'ConfigurationChangeWithdrawn',
      OfChange & { reason: string; environments: readonly Environment[] }
    >
  /** It was taken back wherever it had been ordered. */
  | Event<'ConfigurationChangeReverted', OfChange>;

/** What can happen to the configuration of a project's environments. */
export type EnvironmentsEvent = SettingsEvent | ConfigurationChangeEvent;

export type EnvironmentsEventType = EnvironmentsEvent['type'];
export type DataOf<Type extends EnvironmentsEventType> = Extract<
  EnvironmentsEvent,
  { type: Type }
>['data'];
