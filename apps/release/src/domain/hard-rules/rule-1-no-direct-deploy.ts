import { condition, guard, met, missing, seenFrom } from '@roadbook/decider';
import type { Condition } from '@roadbook/decider';
import { environmentBefore, paths } from '../environments.js';
import { candidateOf } from './standpoint.js';
import type { AtEnvironment, Standpoint } from './standpoint.js';
import { versionOrder } from './version-order.js';

/**
 * Hard rule 1: no direct deploy to production.
 *
 * Standard path dev, qa, staging, production, each only after the one before passed for the same candidate; hotfix path staging,
 * production. Nothing is deployed without the orchestrator's authorization, production needs a second one and an open window,
 * and versions go to production in order.
 */
const rule = 1;

export const environmentIsOnThePath: Condition<AtEnvironment> = guard(
  'environment-on-path',
  { rule },
  ({ release: { kind }, environment }) =>
    paths[kind].includes(environment)
      ? undefined
      : `${environment} is not on the path of a ${kind}: ${paths[kind].join(', ')}`,
);

export const previousEnvironmentPassed: Condition<AtEnvironment> = condition(
  'previous-environment-passed',
  { rule, from: 'cio' },
  (standpoint) => {
    const { release, environment } = standpoint;
    const before = environmentBefore(release.kind, environment);
    if (!before) return met();
    const attempt = candidateOf(standpoint).attempts[before];
    return attempt?.outcome === 'passed'
      ? met(attempt.event)
      : missing(`this candidate has not passed ${before}, which comes before ${environment}`);
  },
);

export const promotionIsAuthorized: Condition<Standpoint> = condition(
  'promotion-authorized',
  { rule, from: 'orchestrator' },
  ({ release: { promotion } }) => {
    switch (promotion.is) {
      case 'granted':
        return met(promotion.event);
      case 'requested':
        return missing('the promotion waits for its authorization');
      case 'denied':
        return missing(`the authorization of the promotion was denied: ${promotion.reason}`);
      case 'voided':
        return missing(`the authorization of the promotion was voided: ${promotion.reason}`);
      case 'absent':
        return missing('the authorization of the promotion was not requested yet');
    }
  },
);

export const productionIsAuthorized: Condition<Standpoint> = condition(
  'production-authorized',
  { rule, from: 'orchestrator' },
  ({ release: { production } }) => {
    switch (production.is) {
      case 'granted':
        return met(production.event);
      case 'requested':
        return missing('production waits for its authorization');
      case 'denied':
        return missing(`the authorization of production was denied: ${production.reason}`);
      case 'voided':
        return missing(`the authorization of production was voided: ${production.reason}`);
      case 'absent':
        return missing('the authorization of production was not requested yet');
    }
  },
);

/** A window that was used stays confirmed for what it was used for. */
export const windowIsConfirmed: Condition<Standpoint> = condition(
  'window-confirmed',
  { rule, from: 'orchestrator' },
  ({ release: { window, stage }, at }) => {
    if (window.is === 'confirmed' && (at < window.end || stage !== 'on-the-road'))
      return met(window.event);
    if (window.is === 'proposed' && at < window.end)
      return missing('the proposed window waits for its confirmation');
    return missing(
      window.is === 'absent'
        ? 'no window was proposed for production'
        : `the window that ended at ${window.end} has lapsed; propose a new one`,
    );
  },
);

/** Open from its start up to, not including, its end, by recorded time. */
export const windowIsOpen: Condition<Standpoint> = guard(
  'window-open',
  { rule },
  ({ release: { window }, at }) =>
    window.is === 'confirmed' && at < window.start
      ? `the window opens at ${window.start}`
      : undefined,
);

/** The version order, asked of a release before an environment. */
export const versionsGoInOrder: readonly Condition<Standpoint>[] = seenFrom(
  versionOrder,
  ({ release, surroundings: { road } }: Standpoint) => ({
    road,
    version: release.version,
    kind: release.kind,
    breaking: release.breaking || release.notes?.breaking === true,
  }),
);
