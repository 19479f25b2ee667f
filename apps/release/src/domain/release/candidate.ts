import { guard, refuseAtFirst, silence, listed } from '@roadbook/decider';
import type { Condition, Decision } from '@roadbook/decider';
import { isUnanswered } from '../environment-answers/answers.js';
import { answersAreFresh } from '../environment-answers/fresh.js';
import { releaseIsOnTheRoad } from '../eligibility.js';
import { gateApplies, sameIds } from '../tickets.js';
import { candidateIsChosen } from '../pre-release-verification.js';
import type { Asked } from './asked.js';
import type { ReleaseEvent } from './events.js';
import { candidateNamed } from './evolve-candidate.js';
import {
  candidateIsCurrent,
  evidenceIsGiven,
  nothingIsBeingDeployed,
  productionHasNotStarted,
  ticketsAreTargeted,
} from './guards.js';
import { gateOn, repeatsVerdicts, testSuiteOn } from './reported-before.js';
import { closeLog, withdrawUnclaimed } from './promotion-end.js';

const candidateIsNew: Condition<Asked<'ChooseCandidate'>> = guard(
  'candidate-new',
  {},
  ({ release: { replaced }, command: { commit } }) =>
    replaced.has(commit)
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

/** A verdict on a replaced candidate is recorded and doesn't count; one on a commit that never was a candidate is a mistake. */
const candidateIsKnown: Condition<Asked<'ReportGate' | 'ReportTestSuite'>> = guard(
  'candidate-known',
  {},
  ({ release, command }) =>
    candidateNamed(release, command.candidate)
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
  const { command } = asked;
  const { gate, verdict, candidate, tickets } = command;
  const reports = tickets.map((ticket) => ({ subject: gateOn(gate, candidate, ticket), verdict }));
  if (repeatsVerdicts(asked, reports)) return silence;
  return (
    refuseAtFirst<Asked<'ReportGate'>>(
      [candidateIsKnown, evidenceIsGiven, ticketsAreTargeted, gateAppliesToTickets],
      asked,
    ) ?? [{ type: 'GateReported', data: command }]
  );
}

export function reportTestSuite(asked: Asked<'ReportTestSuite'>): Decision<ReleaseEvent> {
  const { command } = asked;
  const { candidate, verdict } = command;
  if (repeatsVerdicts(asked, [{ subject: testSuiteOn(candidate), verdict }])) return silence;
  return (
    refuseAtFirst<Asked<'ReportTestSuite'>>([candidateIsKnown, evidenceIsGiven], asked) ?? [
      { type: 'TestSuiteReported', data: command },
    ]
  );
}

const parityIsAnswered: Condition<Asked<'CheckParity'>> = guard(
  'parity-answered',
  { from: 'cio' },
  ({ surroundings: { parity } }) =>
    isUnanswered(parity)
      ? 'the environment service did not answer whether the environments mirror production, so there is nothing to check; try again'
      : undefined,
);

export function checkParity(asked: Asked<'CheckParity'>): Decision<ReleaseEvent> {
  const { release, surroundings, at } = asked;
  const answer = surroundings.parity;
  const refusal =
    refuseAtFirst<Asked<'CheckParity'>>(
      [releaseIsOnTheRoad, candidateIsChosen, parityIsAnswered],
      asked,
    ) ?? refuseAtFirst([answersAreFresh], { answers: [answer], deployment: null, at });
  if (refusal) return refusal;
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
