import { reportedTime } from '@roadbook/decider';
import type { Recorded } from '@roadbook/decider';
import type { ArtifactEvent, DataOf } from './events.js';
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
      return {
        ...release,
        notes: {
          content: notesContent(event.data),
          shows: event.data.whatsNew.map((one) => shown(one, release)),
          breaking: event.data.breakingChanges.length > 0,
          event: event.id,
        },
      };
    case 'RollbackPlanWritten':
      return { ...release, plan: { ...event.data, writtenBy: event.actor, event: event.id } };
    case 'RollbackPlanReviewed': {
      const { plan } = release;
      if (plan?.plan !== event.data.plan) return release;
      return {
        ...release,
        plan: { ...plan, review: { verdict: event.data.verdict, event: event.id } },
      };
    }
    case 'RehearsalStarted':
      return {
        ...nowSeen(release, [rehearsalKey(event.data.rehearsal)]),
        rehearsal: {
          ...event.data,
          startedAt: event.recordedAt,
          begunAt: reportedTime(event),
          startedBy: event.actor,
          steps: [],
        },
      };
    case 'RehearsalStepsReported':
      return rehearsed(release, event.data);
    case 'RehearsalEnded':
      return onRehearsal(release, event.data.rehearsal, () => ({
        ended: {
          verdict: event.data.verdict,
          durationSeconds: event.data.durationSeconds,
          at: event.recordedAt,
          event: event.id,
        },
      }));
    case 'VersionTagged':
      return onCandidate(release, event.data.candidate, () => ({ tagged: event.id }));
    case 'DeploymentLogPrepared':
      return onCandidate(release, event.data.candidate, () => ({
        log: {
          plan: event.data.plan,
          tickets: event.data.tickets,
          event: event.id,
          closed: false,
        },
      }));
    case 'ReleasePrepared':
      return onCandidate(release, event.data.candidate, () => ({ prepared: true }));
    default:
      return event satisfies never;
  }
}

const shown = (
  { ticket: id, description, type }: WhatsNew,
  { tickets }: PlannedRelease,
): ShownTicket =>
  description === tickets.get(id)?.title ? { id, type, title: description } : { id, type };

function rehearsed(
  release: PlannedRelease,
  { rehearsal, steps: results }: DataOf<'RehearsalStepsReported'>,
): PlannedRelease {
  const keys = results.map((step) => stepKey(rehearsal, step));
  return onRehearsal(nowSeen(release, keys), rehearsal, ({ steps }) => ({
    steps: [...steps, ...results],
  }));
}

function onRehearsal(
  release: PlannedRelease,
  id: string,
  change: (rehearsal: Rehearsal) => Partial<Rehearsal>,
): PlannedRelease {
  const { rehearsal } = release;
  if (rehearsal?.rehearsal !== id) return release;
  return { ...release, rehearsal: { ...rehearsal, ...change(rehearsal) } };
}
