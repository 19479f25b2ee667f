import { candidateProved, planned, prepared } from './preparation.js';
import type { Setting } from './preparation.js';
import {
  checked,
  claimed,
  clearedForProduction,
  deployed,
  diagnosed,
  failedInProduction,
  passed,
  promotionAuthorized,
  requested,
  verifiedInProduction,
} from './promotion.js';
import {
  closedAsRolledBack,
  completed,
  followedUp,
  overran,
  passedStep,
  startedByItself,
  startedByTheCio,
  stepFailed,
  stepsDone,
} from './rollback.js';
import { Told, time } from './told.js';
import { usual } from './wording.js';
import type { Wording } from './wording.js';

export const standard = (words: Wording = usual): Setting => ({
  words,
  version: '1.4.0',
  kind: 'standard',
});
export const hotfix: Setting = { words: usual, version: '1.4.1', kind: 'hotfix' };

/** The candidate is proved; none of the artifacts exists yet. */
export const underPreparation = (setting: Setting): Told =>
  new Told().tell(planned(setting)).tell(candidateProved(setting));

const authorized = (setting: Setting): Told =>
  new Told().tell(planned(setting)).tell(prepared(setting)).tell(promotionAuthorized);

/** The qa attempt fails its integration tests; on the next day, a second one is under way. */
const qaFails = (setting: Setting) => (told: Told) =>
  told
    .tell(passed(setting, 'dev', '10'))
    .at('11:00')
    .tell(requested(setting, { environment: 'qa' }))
    .at('11:15')
    .tell(deployed({ environment: 'qa' }))
    .at('11:30')
    .tell(
      checked({ environment: 'qa' }, 'failed', [
        {
          check: 'integration-tests',
          verdict: 'failed',
          evidence: { note: setting.words.evidence },
        },
      ]),
    )
    .tell(diagnosed({ environment: 'qa' }, setting))
    .at('2026-11-24T08:00')
    .tell(requested(setting, { environment: 'qa', attempt: 2 }));

export const inQa = (setting: Setting): Told =>
  authorized(setting)
    .tell(qaFails(setting))
    .tell(claimed({ environment: 'qa', attempt: 2 }));

/** Everything but the deployment to production. */
export const cleared = (setting: Setting): Told => {
  const told = authorized(setting);
  if (setting.kind === 'standard')
    told.tell(passed(setting, 'dev', '10')).tell(passed(setting, 'qa', '11'));
  return told.tell(passed(setting, 'staging', '12')).tell(clearedForProduction(setting));
};

export const live = (setting: Setting): Told =>
  cleared(setting).tell(verifiedInProduction(setting));

const rollingBack = (setting: Setting, restores: string | null): Told =>
  cleared(setting)
    .tell(failedInProduction(setting))
    .tell(startedByItself(setting, '14:20', { restores, usersAffected: true }));

/** The first of the plan's steps has passed. */
export const inRollback = (setting: Setting): Told =>
  rollingBack(setting, '1.3.2')
    .at('14:22')
    .tell(stepsDone(passedStep(1, '2026-11-23T14:20:05.000Z', '2026-11-23T14:20:25.000Z')));

/** Production fails its checks; the rollback starts by itself and stays within its budget. */
export const rolledBack = (setting: Setting, restores: string | null = '1.3.2'): Told =>
  rollingBack(setting, restores)
    .at('14:26')
    .tell(
      stepsDone(
        passedStep(1, '2026-11-23T14:20:05.000Z', '2026-11-23T14:20:25.000Z'),
        passedStep(2, '2026-11-23T14:20:30.000Z', '2026-11-23T14:25:00.000Z'),
        passedStep(3, '2026-11-23T14:25:00.000Z', '2026-11-23T14:25:40.000Z'),
      ),
    )
    .at('14:27')
    .tell(completed(restores, 420, closedAsRolledBack))
    .at('15:00')
    .tell(followedUp(setting));

/** An issue is found when the plan is no longer valid; a step fails, and is repeated after the tenth minute. */
export const incomplete = (setting: Setting): Told =>
  live(setting)
    .tell(
      startedByTheCio(setting, '2026-11-27T23:55', {
        restores: '1.3.2',
        planExpired: true,
        usersAffected: true,
      }),
    )
    .at('2026-11-27T23:57')
    .tell(stepsDone(passedStep(1, time('2026-11-27T23:55'), time('2026-11-27T23:56'))))
    .at('2026-11-28T00:01')
    .tell(
      stepFailed(setting, {
        step: 2,
        startedAt: time('2026-11-27T23:57'),
        endedAt: time('2026-11-28T00:01'),
      }),
    );

export const repeated = (setting: Setting): Told =>
  incomplete(setting)
    .tell(overran('2026-11-28T00:05'))
    .at('2026-11-28T00:07')
    .tell(
      stepsDone(
        passedStep(2, time('2026-11-28T00:02'), time('2026-11-28T00:06')),
        passedStep(3, time('2026-11-28T00:06'), time('2026-11-28T00:07')),
      ),
    )
    .at('2026-11-28T00:08')
    .tell(completed('1.3.2', 780))
    .at('2026-11-28T09:00')
    .tell(followedUp(setting));

/** As much as can go wrong, so that every text of the wording is shown somewhere. */
export const everythingHappens = (setting: Setting): Told =>
  authorized(setting)
    .tell(qaFails(setting))
    .tell(deployed({ environment: 'qa', attempt: 2 }))
    .tell(checked({ environment: 'qa', attempt: 2 }, 'passed'))
    .tell(passed(setting, 'staging', '12'))
    .tell(clearedForProduction(setting))
    .tell(failedInProduction(setting))
    .tell(startedByItself(setting, '14:20', { restores: '1.3.2', usersAffected: true }))
    .tell(stepFailed(setting, { step: 1, startedAt: time('14:20'), endedAt: time('14:21') }))
    .tell(followedUp(setting));
