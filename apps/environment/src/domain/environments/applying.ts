import { guard, refuseAtFirst, refuseUnlessAll, silence, listed } from '@roadbook/decider';
import type { Condition, Decision, Environment } from '@roadbook/decider';
import {
  changeIsConfirmed,
  environmentIsConcerned,
  environmentsBelowWereObserved,
  nothingHasFailed,
  productionIsAuthorized,
  reviewPassed,
  windowIsOpen,
} from '../hard-rules/rule-1-no-direct-deploy.js';
import type { ChangeAtEnvironment } from '../hard-rules/rule-1-no-direct-deploy.js';
import { stagingShowsIt } from '../hard-rules/rule-3-parity.js';
import type { AskedOf } from './asked.js';
import { givenTo } from './diff.js';
import type { EnvironmentsEvent } from './events.js';
import { evidenceIsGiven } from './evidence-given.js';
import { changeIsOpen } from './guards.js';
import { differing, unsettledIn } from './state.js';

/** The confirmation was given for what the diff showed. */
const diffStillHolds: Condition<ChangeAtEnvironment> = guard(
  'configuration-diff-holds',
  { from: 'cio' },
  ({ environments, change, environment }) => {
    const other = differing(environments, change, environment, 'from');
    return other.length > 0
      ? `${environment} is no longer as the diff shows it in ${listed(other)}; withdraw this change and propose it anew`
      : undefined;
  },
);

const environmentIsSettled: Condition<ChangeAtEnvironment> = guard(
  'environment-settled',
  { from: 'deployer' },
  ({ environments, change: { id }, environment }) => {
    const other = unsettledIn(environments, environment).find((one) => one.id !== id);
    return (
      other &&
      `${environment} is being changed by the configuration change ${other.id}, and was not observed since`
    );
  },
);

/** What has to hold before a change goes into an environment; for production also when its authorization is requested and granted. */
export const wayInto = (environment: Environment): readonly Condition<ChangeAtEnvironment>[] => [
  changeIsConfirmed,
  reviewPassed,
  nothingHasFailed,
  environmentsBelowWereObserved,
  diffStillHolds,
  ...(environment === 'production' ? [stagingShowsIt] : []),
];

export function applyConfigurationChange(
  asked: AskedOf<'ApplyConfigurationChange'>,
): Decision<EnvironmentsEvent> {
  const { command, change } = asked;
  const { environment } = command;
  if (change.applications[environment]) return silence;
  const there = { ...asked, environment };
  return (
    refuseAtFirst<ChangeAtEnvironment>([changeIsOpen, environmentIsConcerned], there) ??
    refuseUnlessAll<ChangeAtEnvironment>(
      [
        ...wayInto(environment),
        environmentIsSettled,
        ...(environment === 'production' ? [productionIsAuthorized, windowIsOpen] : []),
      ],
      there,
    ) ?? [{ type: 'ConfigurationApplicationOrdered', data: command }]
  );
}

type Report = AskedOf<'ReportConfigurationApplication'>;

const applicationIsOrdered: Condition<Report> = guard(
  'configuration-application-ordered',
  { rule: 1, from: 'cio' },
  ({ change: { applications }, command: { environment } }) =>
    applications[environment]
      ? undefined
      : `nobody ordered the application of this change in ${environment}`,
);

const applicationIsNotReported: Condition<Report> = guard(
  'configuration-application-not-reported',
  {},
  ({ change: { applications }, command: { environment } }) => {
    const is = applications[environment]?.is ?? 'ordered';
    return is === 'ordered' ? undefined : `the application in ${environment} was reported as ${is}`;
  },
);

export function reportConfigurationApplication(asked: Report): Decision<EnvironmentsEvent> {
  const { command, change } = asked;
  const { outcome, ...data } = command;
  if (change.applications[command.environment]?.is === outcome) return silence;
  return (
    refuseAtFirst<Report>(
      [changeIsOpen, applicationIsOrdered, applicationIsNotReported, evidenceIsGiven],
      asked,
    ) ?? [
      outcome === 'applied'
        ? {
            type: 'ConfigurationApplied',
            data: { ...data, given: givenTo(data.environment, change.diff, 'to') },
          }
        : { type: 'ConfigurationApplicationFailed', data },
    ]
  );
}
