import { needsRollback } from '../release/promotion-end.js';
import type { DataOf, PromotionEvent } from '../release/events.js';
import { featuresInWords, reasonInWords } from './in-words.js';
import { notification } from './notification.js';
import type { Notification } from './notification.js';
import { nobody } from './words.js';
import type { AtEvent, Words } from './words.js';

export const promotion: Words<PromotionEvent> = {
  DeploymentRequested: nobody,
  DeploymentLogEntryOpened: nobody,
  ClaimAbandoned: nobody,
  DeploymentClaimed: nobody,
  DeploymentReported: nobody,
  ChecksReported: nobody,
  DeadlineMissed: nobody,
  DeploymentWithdrawn: ({ data: { environment, reason } }, { name, release: { version } }) => [
    notification(
      ['orchestrator', 'cio'],
      `${name} is blocked: its deployment to ${environment} was withdrawn`,
      [`Why: ${reasonInWords(reason)}.`, 'No deployer had taken it up.'],
      { about: { version, environment } },
    ),
  ],
  PromotionEnded: ({ data }, at) => {
    // Why it was withdrawn is told already.
    if (data.outcome === 'withdrawn') return [];
    if (data.outcome !== 'passed') return [failed(data, at)];
    return [data.environment === 'production' ? live(data, at) : promoted(data, at)];
  },
  FailureDiagnosed: nobody,
  DeploymentLogClosed: nobody,
};

const about = ({ environment }: DataOf<'PromotionEnded'>, { release: { version } }: AtEvent) => ({
  about: { version, environment },
});

const promoted = (ended: DataOf<'PromotionEnded'>, at: AtEvent): Notification =>
  notification(
    ['orchestrator', 'cio', 'cto'],
    `${at.name} passed ${ended.environment}`,
    [
      `The candidate ${ended.candidate} is deployed to ${ended.environment}, and every check passed.`,
    ],
    about(ended, at),
  );

const live = (ended: DataOf<'PromotionEnded'>, at: AtEvent): Notification =>
  notification(
    ['orchestrator', 'cio', 'cto', 'cco', 'cpo'],
    `${at.name} is live`,
    [
      `The candidate ${ended.candidate} is in production, and every check passed. What is new:`,
      ...(at.full.notes ? [featuresInWords(at.full.notes)] : []),
    ],
    about(ended, at),
  );

const failed = (ended: DataOf<'PromotionEnded'>, at: AtEvent): Notification =>
  notification(
    ['orchestrator', 'cio', 'cto'],
    `${at.name} failed in ${ended.environment}`,
    [`${findings[ended.phase](ended)} Nothing further starts.`, goesOn(ended)],
    about(ended, at),
  );

const findings: Readonly<
  Record<DataOf<'PromotionEnded'>['phase'], (ended: DataOf<'PromotionEnded'>) => string>
> = {
  requested: () => 'No deployer took the request up by its deadline.',
  deploying: ({ outcome }) => {
    if (outcome === 'unanswered') return 'The deployer did not report by the deadline.';
    return outcome === 'errored'
      ? 'The deployment could not be carried out.'
      : 'The deployment failed.';
  },
  verifying: ({ outcome }) => {
    if (outcome === 'unanswered') return 'Not every required check had passed by the deadline.';
    return outcome === 'errored' ? 'The deployment could not be carried out.' : 'A check failed.';
  },
};

function goesOn(ended: DataOf<'PromotionEnded'>): string {
  if (needsRollback(ended)) return 'The rollback starts by itself.';
  return ended.environment === 'production'
    ? 'It can be tried again inside the window, or rolled back.'
    : 'It is tried again when the cio has recorded a diagnosis and a resolution.';
}
