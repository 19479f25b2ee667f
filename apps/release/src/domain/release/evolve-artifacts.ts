import { reportedTime } from '@roadbook/decider';
import type { Recorded } from '@roadbook/decider';
import type { ArtifactEvent, DataOf, EventOf } from './events.js';
import { onCandidate } from './evolve-candidate.js';
import { notesContent } from './notes.js';
import { nowSeen, rehearsalKey, stepKey } from './reported-before.js';
import type { WhatsNew } from './parts.js';
import type { PlannedRelease, Rehearsal, ShownTicket } from './state.js';

export function evolveArtifacts(
  release: PlannedRelease,
  event: Recorded<ArtifactEvent>,
): PlannedRelease {
  switch (event.type) {
    case 'ReleaseNotesCompiled':
      return compiled(release, event.data, event.id);
    case 'RollbackPlanWritten':
      return { ...release, plan: { ...event.data, writtenBy: event.actor, event: event.id } };
    case 'RollbackPlanReviewed':
      return reviewed(release, event.data, event.id);
    case 'RehearsalStarted':
      return rehearsalStarted(release, event);
    case 'RehearsalStepsReported':
      return rehearsed(release, event.data);
    case 'RehearsalEnded':
      return rehearsalEnded(release, event);
    case 'VersionTagged':
      return onCandidate(release, event.data.candidate, () => ({ tagged: event.id }));
    case 'DeploymentLogPrepared':
      return logPrepared(release, event.data, event.id);
    case 'ReleasePrepared':
      return onCandidate(release, event.data.candidate, () => ({ prepared: true }));
    default:
      return event satisfies never;
  }
}

const compiled = (
  release: PlannedRelease,
  data: DataOf<'ReleaseNotesCompiled'>,
  event: string,
): PlannedRelease => ({
  ...release,
  notes: {
    content: notesContent(data),
    shows: data.whatsNew.map((one) => shown(one, release)),
    breaking: data.breakingChanges.length > 0,
    event,
  },
});

const shown = (
  { ticket: id, description, type }: WhatsNew,
  { tickets }: PlannedRelease,
): ShownTicket =>
  description === tickets.get(id)?.title ? { id, type, title: description } : { id, type };

function reviewed(
  release: PlannedRelease,
  { plan: of, verdict }: DataOf<'RollbackPlanReviewed'>,
  event: string,
): PlannedRelease {
  const { plan } = release;
  return plan?.plan === of
    ? { ...release, plan: { ...plan, review: { verdict, event } } }
    : release;
}

const rehearsalStarted = (
  release: PlannedRelease,
  event: Recorded<EventOf<'RehearsalStarted'>>,
): PlannedRelease => ({
  ...nowSeen(release, [rehearsalKey(event.data.rehearsal)]),
  rehearsal: {
    ...event.data,
    startedAt: event.recordedAt,
    begunAt: reportedTime(event),
    startedBy: event.actor,
    steps: [],
  },
});

function rehearsed(
  release: PlannedRelease,
  { rehearsal, steps: results }: DataOf<'RehearsalStepsReported'>,
): PlannedRelease {
  const keys = results.map((step) => stepKey(rehearsal, step));
  return onRehearsal(nowSeen(release, keys), rehearsal, ({ steps }) => ({
    steps: [...steps, ...results],
  }));
}

const rehearsalEnded = (
  release: PlannedRelease,
  { id: event, recordedAt: at, data }: Recorded<EventOf<'RehearsalEnded'>>,
): PlannedRelease =>
  onRehearsal(release, data.rehearsal, () => ({
    ended: { verdict: data.verdict, durationSeconds: data.durationSeconds, at, event },
  }));

const logPrepared = (
  release: PlannedRelease,
  { candidate, plan, tickets }: DataOf<'DeploymentLogPrepared'>,
  event: string,
): PlannedRelease =>
  onCandidate(release, candidate, () => ({ log: { plan, tickets, event, closed: false } }));

function onRehearsal(
  release: PlannedRelease,
  id: string,
  change: (rehearsal: Rehearsal) => Partial<Rehearsal>,
): PlannedRelease {
  const { rehearsal } = release;
  if (rehearsal?.rehearsal !== id) return release;
  return { ...release, rehearsal: { ...rehearsal, ...change(rehearsal) } };
}
