import type { Recorded } from '@roadbook/decider';
import { standsOver } from '../verdicts.js';
import type { Verdict } from '../verdicts.js';
import type { CandidateEvent, DataOf } from './events.js';
import { gateOn, nowSeen, testSuiteOn, verdictKey } from './reported-before.js';
import { unproved } from './state.js';
import type { Candidate, PlannedRelease, StandingVerdict } from './state.js';

export function evolveCandidate(
  release: PlannedRelease,
  event: Recorded<CandidateEvent>,
  at: string,
): PlannedRelease {
  switch (event.type) {
    case 'CandidateChosen':
      return chosen(release, event.data.commit, event.id);
    case 'SecurityBlockSet':
      return { ...release, block: { is: 'set', reason: event.data.reason, event: event.id } };
    case 'SecurityBlockCleared':
      return { ...release, block: { is: 'clear', event: event.id } };
    case 'CandidateContentsReported':
      return onCandidate(release, event.data.candidate, () => ({
        contents: { tickets: event.data.tickets, event: event.id },
      }));
    case 'TestSuiteReported':
      return testSuiteReported(release, event.data, standing(event, event.data.verdict, at));
    case 'GateReported':
      return gateReported(release, event.data, standing(event, event.data.verdict, at));
    case 'ParityChecked':
      return onCandidate(release, event.data.candidate, () => ({
        parity: { answer: event.data.answer, event: event.id },
      }));
    default:
      return event satisfies never;
  }
}

const standing = (
  { id, revision }: { id: string; revision: number },
  verdict: Verdict,
  at: string,
): StandingVerdict => ({ verdict, at, event: id, revision });

function chosen(release: PlannedRelease, commit: string, event: string): PlannedRelease {
  const { candidate, replaced } = release;
  return {
    ...release,
    candidate: unproved(commit, event),
    replaced: candidate ? new Map(replaced).set(candidate.commit, candidate) : replaced,
  };
}

/** The candidate with this commit, replaced or not. */
export const candidateNamed = (
  { candidate, replaced }: PlannedRelease,
  commit: string,
): Candidate | undefined => (candidate?.commit === commit ? candidate : replaced.get(commit));

export function onCandidate(
  release: PlannedRelease,
  commit: string,
  change: (candidate: Candidate) => Partial<Candidate>,
): PlannedRelease {
  const named = candidateNamed(release, commit);
  if (!named) return release;
  const changed = { ...named, ...change(named) };
  return named === release.candidate
    ? { ...release, candidate: changed }
    : { ...release, replaced: new Map(release.replaced).set(commit, changed) };
}

function gateReported(
  release: PlannedRelease,
  { gate, candidate, tickets }: DataOf<'GateReported'>,
  verdict: StandingVerdict,
): PlannedRelease {
  const keys = tickets.map((ticket) => verdictKey(gateOn(gate, candidate, ticket), verdict));
  return onCandidate(nowSeen(release, keys), candidate, ({ gates }) => {
    const verdicts = new Map(gates[gate]);
    for (const ticket of tickets)
      if (standsOver(verdict, verdicts.get(ticket))) verdicts.set(ticket, verdict);
    return { gates: { ...gates, [gate]: verdicts } };
  });
}

function testSuiteReported(
  release: PlannedRelease,
  { candidate }: DataOf<'TestSuiteReported'>,
  verdict: StandingVerdict,
): PlannedRelease {
  const seen = nowSeen(release, [verdictKey(testSuiteOn(candidate), verdict)]);
  return onCandidate(seen, candidate, ({ testSuite }) =>
    standsOver(verdict, testSuite) ? { testSuite: verdict } : {},
  );
}
