import {
  guard,
  met,
  missing,
  condition,
  refuseAhead,
  isEvidence,
  gateRole,
  listed,
} from '@roadbook/decider';
import type { Condition, Origin, Evidence } from '@roadbook/decider';
import { candidateOf } from '../hard-rules/standpoint.js';
import type { Standpoint } from '../hard-rules/standpoint.js';
import { attemptUnderWay } from '../eligibility.js';
import { releasePermissions } from '../permissions.js';
import type { AskedAny } from './asked.js';
import type { ReleaseCommand } from './commands.js';

export const roleIsPermitted: Condition<{ command: ReleaseCommand; origin: Origin }> = guard(
  'role-permitted',
  {},
  ({ command, origin: { role } }) => {
    const permitted =
      command.type === 'ReportGate'
        ? [gateRole[command.data.gate]]
        : releasePermissions[command.type];
    return permitted.includes(role)
      ? undefined
      : `this is for ${permitted.join(' or ')}, not for ${role}`;
  },
);

export const occurredTimeIsNotAhead: Condition<{ origin: Origin }> = guard(
  'occurred-time-not-ahead',
  {},
  ({ origin }) => refuseAhead(origin),
);

/** Release authority and merge authority are never one identity on one release; the first use decides. */
const oneAuthorityEach: Condition<AskedAny> = condition(
  'release-and-merge-authority-apart',
  {},
  ({ release: { authorities }, origin: { actor, role } }) => {
    if (role === 'cio' && authorities.merge.includes(actor))
      return missing(
        'this identity used merge authority (cto) on this release, so another one has to act as cio',
        role,
      );
    if (role === 'cto' && authorities.release.includes(actor))
      return missing(
        'this identity used release authority (cio) on this release, so another one has to act as cto',
        role,
      );
    return met();
  },
);

/** A gate is reported only by its own role, and that by identity: nobody reports two gates on one release. */
const oneGateEach: Condition<AskedAny> = condition(
  'gates-reported-apart',
  {},
  ({ command, release: { authorities }, origin: { actor, role } }) => {
    const gate = authorities.gates.get(actor);
    return command.type !== 'ReportGate' || gate === undefined || gate === command.data.gate
      ? met()
      : missing(
          `this identity reported the ${gate} gate on this release, so another one has to report the ${command.data.gate} gate`,
          role,
        );
  },
);

/** Rule 5: the plan is reviewed by a cto who didn't write it. */
const reviewerDidNotWrite: Condition<AskedAny> = guard(
  'reviewer-did-not-write',
  { rule: 5, from: 'cto' },
  ({ command: { type }, release: { plan }, origin: { actor } }) =>
    type === 'ReviewRollbackPlan' && plan?.writtenBy === actor
      ? 'nobody reviews the rollback plan that they wrote'
      : undefined,
);

/** Separation of duties holds by identity, not by role. Whoever breaks it is told every reason. */
export const dutiesAreSeparate = [oneAuthorityEach, oneGateEach, reviewerDidNotWrite];

/** From the request of its deployment to production on, what the release consists of is fixed. */
export const productionHasNotStarted: Condition<Standpoint> = guard(
  'production-not-started',
  {},
  ({ release: { productionStarted, version } }) =>
    productionStarted
      ? `the promotion of ${version} to production has started, so this is fixed; a change is a new version`
      : undefined,
);

/** A deployment that a deployer has claimed runs to its end. */
export const nothingIsBeingDeployed: Condition<Standpoint> = guard(
  'nothing-being-deployed',
  { from: 'deployer' },
  (standpoint) => {
    const attempt = attemptUnderWay(standpoint);
    return attempt && attempt.phase !== 'requested'
      ? `a deployer has claimed the deployment to ${attempt.environment}; it runs to its end first`
      : undefined;
  },
);

/** What is reported has to be about the candidate that stands. */
export const candidateIsCurrent: Condition<Standpoint & { command: { candidate: string } }> =
  condition('candidate-current', {}, (standpoint) => {
    const { commit } = candidateOf(standpoint);
    if (commit === '') return missing('no candidate was chosen for this release', 'cio');
    return standpoint.command.candidate === commit
      ? met()
      : missing(`this is about another commit than the candidate, ${commit}`);
  });

/** A verdict carries what it rests on. */
export const evidenceIsGiven: Condition<{ command: { evidence: Evidence } }> = guard(
  'evidence-given',
  {},
  ({ command: { evidence } }) =>
    isEvidence(evidence) ? undefined : 'a verdict rests on evidence: a link, a digest or a note',
);

export const ticketsAreTargeted: Condition<
  Standpoint & { command: { tickets: readonly string[] } }
> = guard('tickets-targeted', {}, ({ release: { tickets }, command }) => {
  const unknown = command.tickets.filter((id) => !tickets.has(id));
  return unknown.length > 0 ? `not targeted by this release: ${listed(unknown)}` : undefined;
});
