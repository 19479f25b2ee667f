import { guard, refuseAtFirst, refuseUnlessAll, seenFrom, silence } from '@roadbook/decider';
import type { Condition, Decision, Origin } from '@roadbook/decider';
import { releaseIsOnTheRoad } from '../eligibility.js';
import type { Surroundings } from '../hard-rules/standpoint.js';
import { versionOrder } from '../hard-rules/version-order.js';
import { projectIsRegistered } from '../road/conditions.js';
import type { Ticket } from '../tickets.js';
import { isVersion } from '../version.js';
import type { Asked } from './asked.js';
import type { CommandOf } from './commands.js';
import type { ReleaseEvent } from './events.js';
import { nothingIsBeingDeployed, productionHasNotStarted, ticketsAreTargeted } from './guards.js';
import type { PlannedRelease, Release } from './state.js';
import { closeLog, withdrawUnclaimed } from './promotion-end.js';

interface Planning {
  readonly command: CommandOf<'PlanRelease'>['data'];
  readonly release: Release;
  readonly origin: Origin;
  readonly surroundings: Surroundings;
}

const versionIsWellFormed: Condition<Planning> = guard(
  'version-well-formed',
  {},
  ({ command: { version } }) =>
    isVersion(version)
      ? undefined
      : `${version} is not a semantic version such as 1.4.0 or 1.4.0-rc.1, without a leading v and without build metadata`,
);

const releaseIsNew: Condition<Planning> = guard('release-new', {}, ({ release, command }) => {
  if (release.situation === 'unplanned') return undefined;
  return release.stage === 'withdrawn'
    ? `${command.version} was withdrawn, which is final; plan another version`
    : `${command.version} is already planned; its kind can't change, its tickets can be retargeted`;
});

const ticketsAreNamed: Condition<{ command: { tickets: readonly Ticket[] } }> = guard(
  'tickets-named',
  {},
  ({ command: { tickets } }) => {
    if (tickets.length === 0) return 'a release targets at least one ticket';
    const ids = tickets.map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    return twice === undefined ? undefined : `ticket ${twice} is named twice`;
  },
);

export function planRelease(asked: Planning): Decision<ReleaseEvent> {
  const { command, release } = asked;
  if (release.situation === 'planned' && samePlan(release, command)) return silence;
  return (
    refuseAtFirst([releaseIsNew, versionIsWellFormed, ticketsAreNamed], asked) ??
    refuseUnlessAll<Planning>(
      [
        ...seenFrom([projectIsRegistered], ({ surroundings }: Planning) => surroundings),
        ...seenFrom(versionOrder, ({ surroundings: { road } }: Planning) => ({ road, ...command })),
      ],
      asked,
    ) ?? [{ type: 'ReleasePlanned', data: command }]
  );
}

/** A repeat, unless the plan was given up since. */
const samePlan = (release: PlannedRelease, command: Planning['command']): boolean =>
  release.stage !== 'withdrawn' &&
  release.kind === command.kind &&
  release.breaking === command.breaking &&
  sameTickets([...release.tickets.values()], command.tickets);

const sameTickets = (some: readonly Ticket[], others: readonly Ticket[]): boolean =>
  JSON.stringify(some.map(essence).sort()) === JSON.stringify(others.map(essence).sort());

const essence = ({ id, title, type, ui, securityScope }: Ticket): string =>
  JSON.stringify([id, title, type, ui, [...securityScope].sort()]);

export function retargetTickets(asked: Asked<'RetargetTickets'>): Decision<ReleaseEvent> {
  const { command, release } = asked;
  const tickets = command.tickets.map((ticket) => keptWide(ticket, release));
  if (sameTickets([...release.tickets.values()], tickets)) return silence;
  return (
    refuseAtFirst([releaseIsOnTheRoad, productionHasNotStarted, ticketsAreNamed], asked) ?? [
      { type: 'TicketsRetargeted', data: { tickets } },
    ]
  );
}

/** Nobody narrows a scope that the cso widened. */
const keptWide = (ticket: Ticket, { widened }: PlannedRelease): Ticket => ({
  ...ticket,
  securityScope: [...new Set([...ticket.securityScope, ...(widened.get(ticket.id) ?? [])])],
});

export function widenSecurityScope(asked: Asked<'WidenSecurityScope'>): Decision<ReleaseEvent> {
  const { command, release } = asked;
  const scope = release.tickets.get(command.ticket)?.securityScope;
  const areas = command.areas.filter((area) => !scope?.includes(area));
  const refusal =
    refuseAtFirst([releaseIsOnTheRoad], asked) ??
    refuseAtFirst([ticketsAreTargeted], { ...asked, command: { tickets: [command.ticket] } });
  if (refusal) return refusal;
  return areas.length === 0
    ? silence
    : [{ type: 'SecurityScopeWidened', data: { ticket: command.ticket, areas } }];
}

export function reportMerge(asked: Asked<'ReportMerge'>): Decision<ReleaseEvent> {
  const { command, release } = asked;
  const tickets = command.tickets.filter((id) => !release.tickets.get(id)?.merged);
  if (tickets.length === 0) return silence;
  return (
    refuseAtFirst([releaseIsOnTheRoad, ticketsAreTargeted], asked) ?? [
      { type: 'TicketsMerged', data: { tickets, commit: command.commit } },
    ]
  );
}

/** Once a deployer has acted in production, the ways on are another attempt or the rollback. */
const productionIsUntouched: Condition<Asked<'WithdrawRelease'>> = guard(
  'production-untouched',
  { from: 'cio' },
  ({ release: { productionTouched } }) =>
    productionTouched
      ? 'a deployer has acted in production for this release; try the deployment again or roll it back'
      : undefined,
);

export function withdrawRelease(asked: Asked<'WithdrawRelease'>): Decision<ReleaseEvent> {
  const { command, release } = asked;
  if (release.stage === 'withdrawn') return silence;
  return (
    refuseAtFirst<Asked<'WithdrawRelease'>>(
      [releaseIsOnTheRoad, nothingIsBeingDeployed, productionIsUntouched],
      asked,
    ) ?? [
      ...withdrawUnclaimed(release, 'the release was withdrawn'),
      { type: 'ReleaseWithdrawn', data: command },
      ...closeLog(release, 'FAILED'),
    ]
  );
}
