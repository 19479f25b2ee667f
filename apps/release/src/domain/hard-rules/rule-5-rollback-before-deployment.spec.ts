import {
  chosen,
  logPrepared,
  merged,
  notesCompiled,
  planReviewed,
  planWritten,
  planned,
  rehearsalEnded,
  rehearsalStarted,
  tagged,
} from '../release/history.fixture.js';
import { requestAuthorization } from '../release/orders.fixture.js';
import { proved, ready, rehearsed, release } from '../release/release.fixture.js';

describe('rule 5: rollback before deployment', () => {
  const planned5 = [planned(), merged(), ...proved, notesCompiled(), tagged(), logPrepared()];
  const rehearsal = (...history: Parameters<typeof release>) =>
    release(...planned5, planWritten(), planReviewed(), ...history).when(
      requestAuthorization('promotion'),
    );

  it('asks for a review that passed, of this very plan', () => {
    const reviewed = (...history: Parameters<typeof release>) =>
      release(...planned5, planWritten(), ...history, ...rehearsed).when(
        requestAuthorization('promotion'),
      );
    reviewed().thenRefusedBy('rollback-plan-reviewed', 'the rollback plan is not reviewed');
    reviewed(planReviewed('failed')).thenRefusedBy(
      'rollback-plan-reviewed',
      'the review of the rollback plan did not pass; write another',
    );
    release(...ready, planWritten('plan-2'))
      .when(requestAuthorization('promotion'))
      .thenRefusedBy('rollback-plan-reviewed', 'the rollback plan is not reviewed');
  });

  it('asks for a rehearsal that passed', () => {
    rehearsal().thenRefused('the rollback plan is not rehearsed');
    rehearsal(rehearsalStarted()).thenRefused('the rollback plan is not rehearsed');
    rehearsal(rehearsalStarted(), rehearsalEnded({ verdict: 'failed' })).thenRefused(
      'the last rehearsal did not pass',
    );
  });

  it('asks for less than ten minutes', () => {
    const took = (durationSeconds: number) =>
      rehearsal(rehearsalStarted(), rehearsalEnded({ durationSeconds }));
    took(600).thenRefusedBy(
      'rollback-plan-rehearsed',
      'the last rehearsal took 600 s; it has to be under 600 s',
    );
    took(599).thenTypes('PromotionAuthorizationRequested', 'ReleasePrepared');
  });

  it('asks for a new rehearsal of a changed plan, and with a new candidate', () => {
    release(...ready, planWritten('plan-2'), planReviewed('passed', 'plan-2'))
      .when(requestAuthorization('promotion'))
      .thenRefusedBy(
        'rollback-plan-rehearsed',
        'the rollback plan has changed since it was rehearsed',
      );
    release(...ready, chosen('f00d', 'c0ffee'))
      .when(requestAuthorization('promotion'))
      .thenRefusedBy(
        'rollback-plan-rehearsed',
        'the rollback plan was rehearsed with another candidate',
      );
  });
});
