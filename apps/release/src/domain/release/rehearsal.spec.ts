import { at, time, reportedAt } from '../acts.fixture.js';
import {
  candidate,
  chosen,
  planStep,
  planWritten,
  planned,
  rehearsalEnded,
  rehearsalStarted,
  rehearsalSteps,
  step,
} from './history.fixture.js';
import { reportRehearsalSteps, startRehearsal } from './orders.fixture.js';
import { release } from './release.fixture.js';

const documented = [planned(), chosen(), planWritten()];
const begun = [...documented, rehearsalStarted()];

describe('starting a rehearsal', () => {
  it('is about the plan and the candidate that stand', () =>
    release(...documented)
      .when(startRehearsal())
      .thenHappens(rehearsalStarted()));

  it('is silent for the same rehearsal, also after another one', () => {
    release(...begun)
      .when(startRehearsal())
      .thenNothing();
    release(...begun, rehearsalStarted({ rehearsal: 'rehearsal-2' }))
      .when(startRehearsal())
      .thenNothing();
  });

  it('is never done in production', () =>
    release(...documented)
      .when(startRehearsal({ environment: 'production' }))
      .thenRefusedBy('rehearsal-not-in-production', 'a rollback is never rehearsed in production'));

  it('refuses another plan than the one that stands', () => {
    release(planned(), chosen())
      .when(startRehearsal())
      .thenRefusedBy('plan-current', 'no rollback plan is written');
    release(...documented)
      .when(startRehearsal({ plan: 'plan-2' }))
      .thenRefusedBy('plan-current', 'this is about another plan than the one that stands, plan-1');
  });

  it('refuses before a candidate was chosen', () =>
    release(planned(), planWritten())
      .when(startRehearsal())
      .thenRefused('no candidate was chosen for this release'));
});

describe('reporting the steps of a rehearsal', () => {
  it('ends with the last one', () => {
    release(...begun)
      .when(reportRehearsalSteps(step(1)))
      .thenHappens(rehearsalSteps(step(1)));
    release(...begun, rehearsalSteps(step(1)))
      .when(reportRehearsalSteps(step(2)))
      .thenHappens(rehearsalSteps(step(2)), rehearsalEnded());
  });

  it('ends with the first one that did not pass', () => {
    for (const verdict of ['failed', 'inconclusive'] as const) {
      const bad = step(1, '10:00', '10:00', verdict);
      release(...begun)
        .when(reportRehearsalSteps(bad))
        .thenHappens(rehearsalSteps(bad), rehearsalEnded({ verdict: 'failed' }));
    }
  });

  it('takes as long as it was reported, or recorded, whichever is longer', () => {
    const slow = [step(1, '09:50', '09:55'), step(2, '09:55', '10:00')];
    release(...documented, reportedAt('09:50', rehearsalStarted()))
      .when(reportRehearsalSteps(...slow))
      .thenHappens(rehearsalSteps(...slow), rehearsalEnded({ durationSeconds: 600 }));
    const quick = [step(1), step(2)];
    release(...begun)
      .when(at('10:07', reportRehearsalSteps(...quick)))
      .thenHappens(rehearsalSteps(...quick), rehearsalEnded({ durationSeconds: 420 }));
  });

  it('refuses steps from before it began, by its reporter’s time, give or take what clocks differ', () => {
    const early = [step(1, '09:58:59'), step(2)];
    release(...begun)
      .when(reportRehearsalSteps(...early))
      .thenRefusedBy(
        'steps-follow-the-start',
        'step 1 starts at 2026-03-02T09:58:59.000Z, before the rehearsal began at 2026-03-02T10:00:00.000Z',
      );
    release(...begun)
      .when(reportRehearsalSteps(step(1, '09:59'), step(2)))
      .thenTypes('RehearsalStepsReported', 'RehearsalEnded');
    release(...documented, reportedAt('09:58:59', rehearsalStarted()))
      .when(reportRehearsalSteps(...early))
      .thenTypes('RehearsalStepsReported', 'RehearsalEnded');
  });

  it('is silent for steps that were reported before', () => {
    release(...begun, rehearsalSteps(step(1)))
      .when(reportRehearsalSteps(step(1)))
      .thenNothing();
    release(...begun, rehearsalSteps(step(1), step(2)), rehearsalEnded())
      .when(reportRehearsalSteps(step(1), step(2)))
      .thenNothing();
  });

  it('refuses steps that are missing, too many or out of order', () => {
    const order = (next: number) =>
      `steps are reported in order, one after the other; the next of 2 is step ${String(next)}`;
    for (const steps of [[step(2)], [step(1), step(2), step(3)], [step(1), step(1)]])
      release(...begun)
        .when(reportRehearsalSteps(...steps))
        .thenRefusedBy('steps-in-order', order(1));
    release(...begun, rehearsalSteps(step(1)))
      .when(reportRehearsalSteps(step(1, '10:01')))
      .thenRefusedBy('steps-in-order', order(2));
  });

  it('refuses times that go back', () => {
    release(...begun)
      .when(reportRehearsalSteps(step(1, '09:59', '09:58')))
      .thenRefusedBy('step-times-in-order', 'step 1 ends before it starts');
    release(...begun, rehearsalSteps(step(1, '09:50', '09:55')))
      .when(reportRehearsalSteps(step(2, '09:54', '09:56')))
      .thenRefusedBy('step-times-in-order', 'step 2 starts before the step before it ended');
  });

  it('refuses times of more than a minute from now', () => {
    release(...begun)
      .when(reportRehearsalSteps(step(1, '10:00', '10:01')))
      .thenTypes('RehearsalStepsReported');
    release(...begun)
      .when(reportRehearsalSteps(step(1, '10:00', '10:01:00.001')))
      .thenRefusedBy(
        'step-times-in-order',
        `the last step ends at ${time('10:01:00.001')}, more than 60 s ahead of ${time('10:00')}`,
      );
  });

  it('refuses a rehearsal that is not under way', () => {
    const other = 'this rehearsal is not under way; start one';
    release(...documented)
      .when(reportRehearsalSteps(step(1)))
      .thenRefusedBy('rehearsal-under-way', other);
    release(...begun, rehearsalSteps(step(1), step(2)), rehearsalEnded())
      .when(reportRehearsalSteps(step(1, '10:05')))
      .thenRefusedBy('rehearsal-under-way', other);
  });

  it('refuses one that was begun with another plan or candidate', () => {
    const changed = 'plan or candidate have changed since this rehearsal started; start a new one';
    release(...begun, planWritten('plan-2', { steps: [planStep({ estimateSeconds: 30 })] }))
      .when(reportRehearsalSteps(step(1)))
      .thenRefusedBy('rehearsal-of-what-stands', changed);
    release(...begun, chosen('f00d', candidate))
      .when(reportRehearsalSteps(step(1)))
      .thenRefusedBy('rehearsal-of-what-stands', changed);
  });
});
