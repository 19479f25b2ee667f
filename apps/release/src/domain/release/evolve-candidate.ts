import type { Recorded } from '@roadbook/decider';
import { standsOver } from '../verdicts.js';
import type { Verdict } from '../verdicts.js';
import type { CandidateEvent, DataOf } from './events.js';
import { unproved } from './state.js';
import type { Candidate, PlannedRelease, StandingVerdict } from './state.js';

/** Names one verdict on one ticket, so that its repeat is known. */
export const verdictKey = (
  of: { gate: string; candidate: string; verdict: Verdict },
  ticket: string,
  at: string,
): string => `${of.gate}|${of.candidate}|${ticket}|${at}|${of.verdict}`;

export function evolveCandidate(
  release: PlannedRelease,
  event: Recorded<CandidateEvent>,
  at: string,
): PlannedRelease {
  switch (event.type) {
    case 'CandidateChosen':
      return chosen(release, event.data.commit);
    case 'SecurityBlockSet':
      return { ...release, block: { is: 'set', reason: event.data.reason, event: event.id } };
    case 'SecurityBlockCleared':
      return { ...release, block: { is: 'clear' } };
    case 'CandidateContentsReported':
      return onCandidate(release, event.data.candidate, () => ({
        contents: { tickets: event.data.tickets, event: event.id },
      }));
    case 'TestSuiteReported':
      return onCandidate(release, event.data.candidate, ({ testSuite }) => {
        const verdict = standing(event, event.data.verdict, at);
        return standsOver(verdict, testSuite) ? { testSuite: verdict } : {};
      });
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

function chosen(release: PlannedRelease, commit: string): PlannedRelease {
  const { candidate, replacedCandidates } = release;
  return {
    ...release,
    candidate: unproved(commit),
    replacedCandidates: candidate
      ? [...replacedCandidates.filter((one) => one !== commit), candidate.commit]
      : replacedCandidates,
  };
}

/** What is reported about a replaced candidate is on record and doesn't count. */
export function onCandidate(
  release: PlannedRelease,
  commit: string,
  change: (candidate: Candidate) => Partial<Candidate>,
): PlannedRelease {
  const { candidate } = release;
  if (candidate?.commit !== commit) return release;
  return { ...release, candidate: { ...candidate, ...change(candidate) } };
}

function gateReported(
  release: PlannedRelease,
  report: DataOf<'GateReported'>,
  verdict: StandingVerdict,
): PlannedRelease {
  const verdictsSeen = new Set(release.verdictsSeen);
  for (const ticket of report.tickets) verdictsSeen.add(verdictKey(report, ticket, verdict.at));
  return onCandidate({ ...release, verdictsSeen }, report.candidate, ({ gates }) => {
    const verdicts = new Map(gates[report.gate]);
    for (const ticket of report.tickets)
      if (standsOver(verdict, verdicts.get(ticket))) verdicts.set(ticket, verdict);
    return { gates: { ...gates, [report.gate]: verdicts } };
  });
}
