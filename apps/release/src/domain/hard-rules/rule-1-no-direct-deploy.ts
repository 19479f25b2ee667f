import { condition, met, missing, seenFrom } from '@roadbook/decider';
import type { Condition, Finding } from '@roadbook/decider';
import { environmentsBefore, paths } from '../environments.js';
import type { Authorization } from '../release/state.js';
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

export const environmentIsOnThePath: Condition<AtEnvironment> = condition(
  'environment-on-path',
  { rule },
  ({ release: { kind, event }, environment }) =>
    paths[kind].includes(environment)
      ? met(event)
      : missing(`${environment} is not on the path of a ${kind}: ${paths[kind].join(', ')}`),
);

/** Each of them: a later verdict may have withdrawn what one of them had passed. */
export const previousEnvironmentPassed: Condition<AtEnvironment> = condition(
  'previous-environment-passed',
  { rule, from: 'cio' },
  (standpoint) => {
    const { release, environment } = standpoint;
    const before = environmentsBefore(release.kind, environment);
    const { attempts } = candidateOf(standpoint);
    const open = before.find((one) => attempts[one]?.outcome !== 'passed');
    return open
      ? missing(`this candidate has not passed ${open}, which comes before ${environment}`)
      : met(before[0] && attempts[before[0]]?.event);
  },
);

/** Who grants it is missing where it was requested; else who requests it. */
function granted(authorization: Authorization, of: string): Finding {
  switch (authorization.is) {
    case 'granted':
      return met(authorization.event);
    case 'requested':
      return missing(`${of} waits for its authorization`);
    case 'denied':
      return missing(`the authorization of ${of} was denied: ${authorization.reason}`, 'cio');
    case 'voided':
      return missing(`the authorization of ${of} was voided: ${authorization.reason}`, 'cio');
    case 'absent':
      return missing(`the authorization of ${of} was not requested yet`, 'cio');
  }
}

export const promotionIsAuthorized: Condition<Standpoint> = condition(
  'promotion-authorized',
  { rule, from: 'orchestrator' },
  ({ release: { promotion } }) => granted(promotion, 'the promotion'),
);

export const productionIsAuthorized: Condition<Standpoint> = condition(
  'production-authorized',
  { rule, from: 'orchestrator' },
  ({ release: { production } }) => granted(production, 'production'),
);

/** A window that was used stays confirmed for what it was used for. */
export const windowIsConfirmed: Condition<Standpoint> = condition(
  'window-confirmed',
  { rule, from: 'cio' },
  ({ release: { window, stage }, at }) => {
    if (window.is === 'absent') return missing('no window was proposed for production');
    const isOver = at >= window.end && stage === 'on-the-road';
    if (window.is === 'confirmed' && !isOver) return met(window.event);
    if (window.is === 'proposed' && !isOver)
      return missing('the proposed window waits for its confirmation', 'orchestrator');
    return missing(`the window that ended at ${window.end} has lapsed; propose a new one`);
  },
);

/** Open from its start up to, not including, its end, by recorded time. */
export const windowIsOpen: Condition<Standpoint> = condition(
  'window-open',
  { rule },
  ({ release: { window }, at }) => {
    if (window.is === 'proposed' && at < window.end)
      return missing('no window is open', 'orchestrator');
    if (window.is !== 'confirmed' || at >= window.end) return missing('no window is open', 'cio');
    return at < window.start ? missing(`the window opens at ${window.start}`) : met(window.event);
  },
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
