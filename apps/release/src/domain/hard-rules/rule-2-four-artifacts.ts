import { condition, guard, met, missing, listed } from '@roadbook/decider';
import type { Condition } from '@roadbook/decider';
import type { BreakingChange } from '../release/parts.js';
import type { PlannedRelease, ShownTicket } from '../release/state.js';
import { sameIds } from '../tickets.js';
import type { Ticket } from '../tickets.js';
import { candidateOf } from './standpoint.js';
import type { Standpoint } from './standpoint.js';

/**
 * Hard rule 2: four artifacts.
 *
 * Version tag, release notes, rollback plan, deployment log entry. One missing, nothing deploys. The log is created before the
 * first deployment; the entry of each environment is opened by the system in the append that starts the deployment, and no command
 * writes one.
 */
const rule = 2;

export const versionIsTagged: Condition<Standpoint> = condition(
  'version-tagged',
  { rule, from: 'cio' },
  (standpoint) => {
    const { tagged } = candidateOf(standpoint);
    return tagged === undefined
      ? missing(`the version tag v${standpoint.release.version} is not applied to this candidate`)
      : met(tagged);
  },
);

/** Compiled from the tickets that are targeted now, and as they are now. */
export const notesAreCompiled: Condition<Standpoint> = condition(
  'notes-compiled',
  { rule, from: 'cio' },
  ({ release: { notes, tickets, breaking, version } }) => {
    if (!notes) return missing('the release notes are not compiled');
    if (breaking && !notes.breaking) return missing(noBreakingChange(version));
    const ids = notes.shows.map(({ id }) => id);
    if (!sameIds(ids, [...tickets.keys()]))
      return missing('the release notes were compiled from other tickets than those targeted now');
    const stale = notes.shows.filter((shown) => !isAsTargeted(shown, tickets.get(shown.id)));
    return stale.length === 0
      ? met(notes.event)
      : missing(
          `the release notes show another title or type than is targeted now: ${listed(stale.map(({ id }) => id))}; compile them anew`,
        );
  },
);

const noBreakingChange = (version: string): string =>
  `${version} is planned as a breaking release, so its notes list at least one breaking change with its migration`;

/** What was announced as breaking is not shipped with notes that say `None`. */
export const breakingChangeIsNoted: Condition<{
  readonly release: PlannedRelease;
  readonly command: { readonly breakingChanges: readonly BreakingChange[] };
}> = guard('breaking-change-noted', { rule, from: 'cio' }, ({ release, command }) =>
  release.breaking && command.breakingChanges.length === 0
    ? noBreakingChange(release.version)
    : undefined,
);

const isAsTargeted = ({ title, type }: ShownTicket, ticket: Ticket | undefined): boolean =>
  type === ticket?.type && (title === undefined || title === ticket.title);

export const rollbackPlanIsDocumented: Condition<Standpoint> = condition(
  'rollback-plan-documented',
  { rule, from: 'cio' },
  ({ release: { plan } }) => (plan ? met(plan.event) : missing('no rollback plan is written')),
);

/** Created with the version, candidate, tickets and plan that stand now. */
export const deploymentLogIsPrepared: Condition<Standpoint> = condition(
  'deployment-log-prepared',
  { rule, from: 'cio' },
  (standpoint) => {
    const { log } = candidateOf(standpoint);
    const { plan, tickets } = standpoint.release;
    if (!log) return missing('the deployment log is not prepared for this candidate');
    if (log.plan !== plan?.plan)
      return missing('the deployment log was prepared with another rollback plan');
    return sameIds(log.tickets, [...tickets.keys()])
      ? met(log.event)
      : missing('the deployment log was prepared with other tickets than those targeted now');
  },
);
