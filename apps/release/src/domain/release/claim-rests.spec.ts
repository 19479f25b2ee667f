import { at } from '../acts.fixture.js';
import type { ParityAnswer } from '../environment-answers/answers.js';
import { contained, mirrors, planReviewed, rehearsalEnded, testSuite } from './history.fixture.js';
import type { Happened } from './history.fixture.js';
import { claimDeployment } from './orders.fixture.js';
import {
  clientsAffected,
  requested,
  window,
  windowConfirmed,
  windowProposed,
} from './promotion.fixture.js';
import { authorized, cleared, release } from './release.fixture.js';

const later = window('09:30', '12:30');

/** What can change while nobody has taken a deployment up yet (docs/decisions/0004). */
describe('a deployment that was requested', () => {
  it.each<[string, Happened, string, string]>([
    [
      'the test suite failed',
      testSuite('failed'),
      'test-suite-passed',
      'the full test suite is failed on this candidate',
    ],
    [
      'something was found in the candidate',
      contained(['T-1', 'T-2', 'X-9']),
      'tickets-present',
      'in the candidate without being targeted: X-9',
    ],
    [
      'the review of the plan failed',
      planReviewed('failed'),
      'rollback-plan-reviewed',
      'the review of the rollback plan did not pass; write another',
    ],
    [
      'the plan was rehearsed again, and failed',
      rehearsalEnded({ verdict: 'failed' }),
      'rollback-plan-rehearsed',
      'the last rehearsal did not pass',
    ],
  ])('is not taken up after %s', (_, since, condition, sentence) => {
    release(...authorized, requested('dev'), since)
      .when(claimDeployment('dev'))
      .thenRefusedBy(condition, sentence);
  });
});

describe('a deployment to production that was requested', () => {
  const production = [...cleared, requested('production')];

  it.each<[string, Partial<ParityAnswer>, string]>([
    ['drifts', { staging: 'drifts' }, 'staging drifts from production'],
    [
      'is unknown',
      { qa: 'unknown' },
      'it is not known whether qa mirrors production, which counts as no; a deployer reports what is configured there and in production',
    ],
  ])('is not taken up while an environment %s', (_, answer, sentence) => {
    release(...production)
      .amid({ parity: { ...mirrors, ...answer } })
      .when(claimDeployment('production'))
      .thenRefusedBy('parity-holds', sentence);
  });

  it('is not taken up once clients are affected and were not told', () => {
    release(...production, clientsAffected())
      .when(claimDeployment('production'))
      .thenRefusedBy('clients-informed', 'the client communication was not acknowledged');
  });

  it('is not taken up in a window that clients were not told of', () => {
    release(...production, windowProposed(later), windowConfirmed(later))
      .when(at('10:00', claimDeployment('production')))
      .thenRefusedBy(
        'clients-informed',
        'the client communication was acknowledged for another window',
      );
  });
});
