import { listed } from '@roadbook/decider';
import type { DataOf, EnvironmentsEventType } from '../../domain/environments/events.js';

const settingsIn = (drifts: readonly { readonly setting: string }[]): string =>
  listed(drifts.map(({ setting }) => setting));

const hours = ({ start, end }: { start: string; end: string }): string => `from ${start} to ${end}`;

/** What happened to the environments, for each type of event. */
export const environmentsSentences: {
  readonly [Type in EnvironmentsEventType]: (data: DataOf<Type>) => string;
} = {
  ConfigurationApplicationFailed: ({ change, environment }) =>
    `application of change ${change} in ${environment} failed`,
  ConfigurationApplicationObserved: ({ change, environment }) =>
    `${environment} observed as change ${change} says`,
  ConfigurationApplicationOrdered: ({ change, environment }) =>
    `application of change ${change} in ${environment} ordered`,
  ConfigurationApplied: ({ change, environment }) => `change ${change} applied in ${environment}`,
  ConfigurationAuthorizationRequested: ({ change }) =>
    `authorization of change ${change} for production requested`,
  ConfigurationChangeAuthorized: ({ change }) => `change ${change} authorized for production`,
  ConfigurationChangeCompleted: ({ change }) => `change ${change} completed`,
  ConfigurationChangeConfirmed: ({ change }) => `change ${change} confirmed`,
  ConfigurationChangeDenied: ({ change, reason }) =>
    `change ${change} denied for production: ${reason}`,
  ConfigurationChangeProposed: ({ change, what }) => `change ${change} proposed: ${what}`,
  ConfigurationChangeReverted: ({ change }) => `change ${change} reverted everywhere`,
  ConfigurationChangeReviewed: ({ change, verdict, note }) =>
    `review of change ${change} ${verdict}: ${note}`,
  ConfigurationChangeWithdrawn: ({ change, reason }) => `change ${change} withdrawn: ${reason}`,
  ConfigurationObserved: ({ environment, set, removed, settings }) =>
    `${environment} observed with ${settings} settings: ${set.length} set, ${removed.length} gone`,
  ConfigurationReversalFailed: ({ change, environment }) =>
    `reversal of change ${change} in ${environment} failed`,
  ConfigurationReversalOrdered: ({ change, environments, reason }) =>
    `reversal of change ${change} in ${environments.join(', ')} ordered: ${reason}`,
  ConfigurationReverted: ({ change, environment }) => `change ${change} reverted in ${environment}`,
  ConfigurationWindowConfirmed: ({ change, ...window }) =>
    `window for change ${change} confirmed ${hours(window)}`,
  ConfigurationWindowLapsed: ({ change, ...window }) =>
    `window for change ${change} lapsed ${hours(window)}`,
  ConfigurationWindowProposed: ({ change, ...window }) =>
    `window for change ${change} proposed ${hours(window)}`,
  DriftFound: ({ drifts }) => `drift found in ${settingsIn(drifts)}`,
  DriftResolved: ({ drifts }) => `drift resolved in ${settingsIn(drifts)}`,
  EnvironmentsOpened: ({ project }) => `environments of ${project} opened`,
  ParityVerified: ({ purpose, staging, qa }) =>
    `parity verified (${purpose}): staging ${staging}, qa ${qa}`,
  ScopeDeclared: ({ setting, scope }) => `scope of ${setting} declared: ${scope}`,
  ValidationDescribed: ({ environment, validates }) => `${environment} validates ${validates}`,
};
