import type { ArtifactEvent, AuthorizationEvent } from '../release/events.js';
import { planAttached, planInWords, reasonInWords } from './in-words.js';
import type { Notification } from './notification.js';
import { nobody, told } from './words.js';
import type { AtEvent, Words } from './words.js';

export const artifacts: Words<ArtifactEvent> = {
  ReleaseNotesCompiled: nobody,
  RollbackPlanWritten: nobody,
  RollbackPlanReviewed: nobody,
  RehearsalStarted: nobody,
  RehearsalStepsReported: nobody,
  RehearsalEnded: nobody,
  VersionTagged: nobody,
  DeploymentLogPrepared: nobody,
  ReleasePrepared: ({ data: { candidate } }, at) => [
    told(at, ['cio', 'cto', 'cpo'], 'is ready', [
      `Every item of pre-release verification and every release artifact holds for ${candidate}, with ${tickets(at)}.`,
      'Next, the cio asks the orchestrator for the authorization of the promotion.',
    ]),
  ],
};

type Authorization = Exclude<
  AuthorizationEvent,
  { type: `Window${string}` | `Clients${string}` | 'ClientCommunicationAcknowledged' }
>;

export const authorization: Words<Authorization> = {
  PromotionAuthorizationRequested: ({ data: { candidate } }, at) => [
    told(at, ['orchestrator'], 'is ready and asks for the authorization of its promotion', [
      `The candidate is ${candidate}, with ${tickets(at)}. Nothing is deployed before you say yes.`,
      `Grant or deny it at ${at.path}/authorizations/promotion.`,
    ]),
  ],
  ProductionAuthorizationRequested: ({ data: { candidate } }, at) => [
    beforeProduction(at, ['orchestrator'], 'asks for the authorization of production', [
      `The candidate ${candidate} passed staging, with ${tickets(at)}.`,
      `Grant or deny it at ${at.path}/authorizations/production.`,
    ]),
    beforeProduction(at, ['cto', 'cco'], 'is about to go to production', [
      `The authorization of production was requested for ${candidate}. Know how it is undone before it goes there.`,
    ]),
  ],
  PromotionAuthorized: ({ data: { candidate } }, at) => [
    told(at, ['cio', 'cto'], 'is authorized for its promotion', [
      `The orchestrator said yes to ${candidate}: it may be deployed to ${at.release.kind === 'hotfix' ? 'staging' : 'dev, qa and staging, one after the other'}.`,
    ]),
  ],
  ProductionAuthorized: ({ data: { candidate } }, at) => [
    told(at, ['cio', 'cto', 'cco', 'cpo'], 'is authorized for production', [
      `The orchestrator said yes to ${candidate}: it may be deployed to production inside its window.`,
    ]),
  ],
  PromotionDenied: ({ data: { reason } }, at) => denied(at, 'its promotion', reason),
  ProductionDenied: ({ data: { reason } }, at) => denied(at, 'production', reason),
  AuthorizationsVoided: ({ data: { reason } }, at) => [
    told(at, ['orchestrator', 'cio'], 'is blocked: its authorizations are void', [
      `Why: ${reasonInWords(reason)}.`,
      `${underWay(at)}Once the road is open again, both authorizations are needed anew.`,
    ]),
  ],
};

/** Everybody knows how: the plan itself, not where it can be found. */
function beforeProduction(
  at: AtEvent,
  to: Notification['to'],
  what: string,
  sentences: readonly string[],
): Notification {
  const { plan, version } = at.release;
  return told(at, to, what, [...sentences, ...(plan ? [planInWords(plan)] : [])], {
    about: { version, environment: 'production' },
    rollbackPlan: plan ? planAttached(plan) : null,
  });
}

const denied = (at: AtEvent, what: string, reason: string): Notification[] => [
  told(at, ['cio', 'cto'], `was denied the authorization of ${what}`, [
    `Why: ${reasonInWords(reason)}`,
    'It can be requested again.',
  ]),
];

const tickets = ({ release }: AtEvent): string =>
  release.tickets.size === 1 ? '1 ticket' : `${String(release.tickets.size)} tickets`;

/** A claimed deployment runs to its end, and nothing further starts. */
function underWay({ release: { candidate, replaced } }: AtEvent): string {
  const attempt = [candidate, ...replaced.values()]
    .flatMap((one) => Object.values(one?.attempts ?? {}))
    .find(({ phase }) => phase === 'deploying' || phase === 'verifying');
  return attempt
    ? `The deployment to ${attempt.environment} is under way and runs to its end; nothing further starts. `
    : '';
}
