import { guard, refuseAtFirst, reportedTime, silence } from '@roadbook/decider';
import type { Condition, Decision } from '@roadbook/decider';
import { releaseIsOnTheRoad } from '../eligibility.js';
import { listed } from '../listed.js';
import { gateApplies, sameIds } from '../tickets.js';
import { candidateIsChosen } from '../pre-release-verification.js';
import type { Asked } from './asked.js';
import type { ReleaseEvent } from './events.js';
import { verdictKey } from './evolve-candidate.js';
import {
  candidateIsCurrent,
  nothingIsBeingDeployed,
  productionHasNotStarted,
  ticketsAreTargeted,
} from './guards.js';
import { closeLog, withdrawUnclaimed } from './promotion-end.js';

const candidateIsNew: Condition<Asked<'ChooseCandidate'>> = guard(
  'candidate-new',
  {},
  ({ release: { replacedCandidates }, command: { commit } }) =>
    replacedCandidates.includes(commit)
      ? `${commit} was replaced as a candidate and does not come back; build a new commit`
      : undefined,
);

export function chooseCandidate(asked: Asked<'ChooseCandidate'>): Decision<ReleaseEvent> {
  const { command, release } = asked;
  const replaces = release.candidate?.commit ?? null;
  if (replaces === command.commit) return silence;
  return (
    refuseAtFirst<Asked<'ChooseCandidate'>>(
      [releaseIsOnTheRoad, productionHasNotStarted, nothingIsBeingDeployed, candidateIsNew],
      asked,
    ) ?? [
      ...withdrawUnclaimed(release, 'the candidate was replaced'),
      ...closeLog(release, 'FAILED'),
      { type: 'CandidateChosen', data: { commit: command.commit, replaces } },
    ]
  );
}

export function reportContents(asked: Asked<'ReportContents'>): Decision<ReleaseEvent> {
  const { command, release } = asked;
  const known = release.candidate?.contents?.tickets;
  return (
    refuseAtFirst([releaseIsOnTheRoad, candidateIsCurrent], asked) ??
    (known && sameIds(known, command.tickets)
      ? silence
      : [{ type: 'CandidateContentsReported', data: command }])
  );
}

export function reportTestSuite(asked: Asked<'ReportTestSuite'>): Decision<ReleaseEvent> {
  const { command, release, origin } = asked;
  const standing = release.candidate?.testSuite;
  const refusal = refuseAtFirst([releaseIsOnTheRoad, candidateIsCurrent], asked);
  if (refusal) return refusal;
  const repeated =
    standing?.verdict === command.verdict && (origin.occurredAt ?? standing.at) === standing.at;
  return repeated ? silence : [{ type: 'TestSuiteReported', data: command }];
}

/** A verdict on a replaced candidate is recorded and doesn't count; one on a commit that never was a candidate is a mistake. */
const candidateIsKnown: Condition<Asked<'ReportGate'>> = guard(
  'candidate-known',
  {},
  ({ release: { candidate, replacedCandidates }, command }) =>
    candidate?.commit === command.candidate || replacedCandidates.includes(command.candidate)
      ? undefined
      : `${command.candidate} is not and was not a candidate of this release`,
);

const gateAppliesToTickets: Condition<Asked<'ReportGate'>> = guard(
  'gate-applies',
  {},
  ({ release: { tickets }, command: { gate, tickets: ids } }) => {
    const exempt = ids.filter((id) => {
      const ticket = tickets.get(id);
      return ticket && !gateApplies(gate, ticket);
    });
    return exempt.length > 0
      ? `the ${gate} gate does not apply to ${listed(exempt)}: ${gate === 'design' ? 'no UI ticket' : 'no security scope'}`
      : undefined;
  },
);

/** One report may cover many tickets, all or nothing. */
export function reportGate(asked: Asked<'ReportGate'>): Decision<ReleaseEvent> {
  return (
    refuseAtFirst<Asked<'ReportGate'>>(
      [candidateIsKnown, ticketsAreTargeted, gateAppliesToTickets],
      asked,
    ) ?? (isRepeated(asked) ? silence : [{ type: 'GateReported', data: asked.command }])
  );
}

/** With a reporter's time a repeat is known however late; without one, it repeats what stands. */
function isRepeated({ command, release, origin }: Asked<'ReportGate'>): boolean {
  const at = reportedTime({ recordedAt: origin.at, occurredAt: origin.occurredAt });
  if (origin.occurredAt !== undefined)
    return command.tickets.every((id) => release.verdictsSeen.has(verdictKey(command, id, at)));
  if (release.candidate?.commit !== command.candidate) return false;
  const standing = release.candidate.gates[command.gate];
  return command.tickets.every((id) => standing.get(id)?.verdict === command.verdict);
}

const parityIsAnswered: Condition<Asked<'CheckParity'>> = guard(
  'parity-answered',
  { from: 'deployer' },
  ({ surroundings: { parity } }) =>
    parity.id === ''
      ? 'nobody answered whether the environments mirror production, so there is nothing to check'
      : undefined,
);

export function checkParity(asked: Asked<'CheckParity'>): Decision<ReleaseEvent> {
  const { release, surroundings } = asked;
  const refusal = refuseAtFirst<Asked<'CheckParity'>>(
    [releaseIsOnTheRoad, candidateIsChosen, parityIsAnswered],
    asked,
  );
  if (refusal) return refusal;
  const answer = surroundings.parity;
  return release.candidate?.parity?.answer.id === answer.id
    ? silence
    : [{ type: 'ParityChecked', data: { candidate: release.candidate?.commit ?? '', answer } }];
}

export function setSecurityBlock(asked: Asked<'SetSecurityBlock'>): Decision<ReleaseEvent> {
  const { command, release } = asked;
  if (release.block.is === 'set' && release.block.reason === command.reason) return silence;
  return (
    refuseAtFirst([releaseIsOnTheRoad], asked) ?? [{ type: 'SecurityBlockSet', data: command }]
  );
}

export function clearSecurityBlock(asked: Asked<'ClearSecurityBlock'>): Decision<ReleaseEvent> {
  const { command, release } = asked;
  return release.block.is === 'clear' ? silence : [{ type: 'SecurityBlockCleared', data: command }];
}
