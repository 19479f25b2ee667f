import { condition, guard, met, missing, listed } from '@roadbook/decider';
import type { Condition, Environment } from '@roadbook/decider';
import type { ChangeStandpoint } from '../environments/asked.js';
import { differing } from '../environments/state.js';

/**
 * Hard rule 1: no direct deploy to production, and "just a config update" is no exception.
 *
 * A configuration change is confirmed and reviewed before it is applied anywhere. It goes upwards through the environments that it concerns,
 * each only after the one before was applied and observed; into production with the orchestrator's authorization, inside a window.
 */
const rule = 1;

/** A configuration change on its way into one environment. */
export interface ChangeAtEnvironment extends ChangeStandpoint {
  readonly environment: Environment;
}

export const changeIsConfirmed: Condition<ChangeStandpoint> = condition(
  'configuration-change-confirmed',
  { rule, from: 'cio' },
  ({ change: { confirmed } }) =>
    confirmed
      ? met(confirmed.event)
      : missing('no other cio has confirmed this configuration change'),
);

export const reviewPassed: Condition<ChangeStandpoint> = condition(
  'configuration-review-passed',
  { rule, from: 'cto' },
  ({ change: { review } }) => {
    if (!review) return missing('no cto has reviewed this configuration change');
    return review.verdict === 'passed'
      ? met(review.event)
      : missing('the review of this configuration change failed');
  },
);

/** A failure stops the change: it goes back, or stays an open risk. */
export const nothingHasFailed: Condition<ChangeStandpoint> = guard(
  'configuration-application-not-failed',
  { rule, from: 'cio' },
  ({ change: { environments, applications } }) => {
    const failed = environments.find((one) => applications[one]?.is === 'failed');
    return failed === undefined
      ? undefined
      : `the application in ${failed} failed; revert this change or withdraw it`;
  },
);

export const environmentIsConcerned: Condition<ChangeAtEnvironment> = guard(
  'environment-concerned',
  { rule, from: 'cio' },
  ({ change: { environments }, environment }) =>
    environments.includes(environment)
      ? undefined
      : `this change concerns ${environments.join(', ')}, not ${environment}`,
);

/** Every environment below was applied and observed, and still is as the change says. */
export const environmentsBelowWereObserved: Condition<ChangeAtEnvironment> = condition(
  'environments-below-observed',
  { rule, from: 'deployer' },
  ({ environments, change, environment }) => {
    const below = change.environments.slice(0, change.environments.indexOf(environment));
    for (const one of below) {
      const application = change.applications[one];
      if (!application) return missing(`this change was not applied in ${one}`, 'cio');
      if (application.is === 'ordered')
        return missing(`the application in ${one} was not reported`);
      if (application.observed === undefined)
        return missing(`${one} was not observed as this change says since it was applied there`);
      const other = differing(environments, change, one, 'to');
      if (other.length > 0)
        return missing(`${one} is no longer as this change says in ${listed(other)}`, 'cio');
    }
    return met();
  },
);

export const productionIsAuthorized: Condition<ChangeStandpoint> = condition(
  'configuration-change-authorized',
  { rule, from: 'orchestrator' },
  ({ change: { authorization } }) => {
    switch (authorization.is) {
      case 'granted':
        return met(authorization.event);
      case 'requested':
        return missing('the authorization of production was requested and is not granted');
      case 'denied':
        return missing(`production was denied: ${authorization.reason}`);
      case 'absent':
        return missing('the authorization of production was not requested', 'cio');
    }
  },
);

export const windowIsOpen: Condition<ChangeStandpoint> = condition(
  'configuration-window-open',
  { rule, from: 'orchestrator' },
  ({ change: { window }, origin: { at } }) => {
    switch (window.is) {
      case 'absent':
        return missing('no window was proposed for production', 'cio');
      case 'proposed':
        return missing('the window for production is not confirmed');
      case 'lapsed':
        return missing(`the window that ended at ${window.end} lapsed; propose another`, 'cio');
      case 'confirmed':
        if (at < window.start) return missing(`the window opens at ${window.start}`);
        return at < window.end
          ? met(window.event)
          : missing(`the window ended at ${window.end}; propose another`, 'cio');
    }
  },
);
