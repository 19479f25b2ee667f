import { guard, isRefusal, refuse, refuseAtFirst, refuseUnlessAll } from '@roadbook/decider';
import type { Condition, Decider, Decision, Origin } from '@roadbook/decider';
import type { Surroundings } from '../hard-rules/standpoint.js';
import type { ReleaseCommand } from './commands.js';
import { consequences } from './consequences.js';
import { decidePreparation } from './decide-preparation.js';
import type { ReleaseEvent } from './events.js';
import { evolveRelease } from './evolve.js';
import { dutiesAreSeparate, occurredTimeIsNotAhead, roleIsPermitted } from './guards.js';
import { planRelease } from './planning.js';
import { unplanned } from './state.js';
import type { Release } from './state.js';

const releaseIsPlanned: Condition<Release> = guard(
  'release-planned',
  { from: 'cio' },
  ({ situation }) => (situation === 'planned' ? undefined : 'this release is not planned'),
);

/** Whether a command about a release is accepted, and what happens then. */
export function decideRelease(
  command: ReleaseCommand,
  release: Release,
  origin: Origin,
  surroundings: Surroundings,
): Decision<ReleaseEvent> {
  const decision =
    refuseAtFirst([roleIsPermitted, occurredTimeIsNotAhead], { command, origin }) ??
    decideAny(command, release, origin, surroundings);
  return isRefusal(decision) || decision.length === 0
    ? decision
    : [...decision, ...consequences(release, decision, origin, surroundings)];
}

function decideAny(
  command: ReleaseCommand,
  release: Release,
  origin: Origin,
  surroundings: Surroundings,
): Decision<ReleaseEvent> {
  if (command.type === 'PlanRelease')
    return planRelease({ command: command.data, release, origin, surroundings });
  if (release.situation === 'unplanned') return refuse(releaseIsPlanned, release);
  const circumstances = { release, origin, surroundings, at: origin.at };
  return (
    refuseUnlessAll(dutiesAreSeparate, { command, ...circumstances }) ??
    decidePreparation(command, circumstances)
  );
}

export const releaseDecider: Decider<ReleaseCommand, Release, ReleaseEvent, Surroundings> = {
  initial: unplanned,
  decide: decideRelease,
  evolve: evolveRelease,
};
