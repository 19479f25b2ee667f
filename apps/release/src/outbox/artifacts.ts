import { releasePrepared } from '@roadbook/contracts';
import { nothing, tell } from '@roadbook/telling';
import type { ArtifactEvent } from '../domain/release/events.js';
import { notesOf, planOf, ticketsOf } from './parts.js';
import type { Tellings } from './telling.js';

/** What an artifact says is told when all four are there. */
export const artifacts: Tellings<ArtifactEvent> = {
  ReleaseNotesCompiled: nothing,
  RollbackPlanWritten: nothing,
  RollbackPlanReviewed: nothing,
  RehearsalStarted: nothing,
  RehearsalStepsReported: nothing,
  RehearsalEnded: nothing,
  VersionTagged: nothing,
  DeploymentLogPrepared: nothing,
  ReleasePrepared: ({ data }, { happening, release, full }) => [
    tell(releasePrepared, {
      ...happening,
      candidate: data.candidate,
      kind: release.kind,
      breaking: release.breaking || release.notes?.breaking === true,
      tickets: ticketsOf(release),
      notes: notesOf(full),
      rollbackPlan: planOf(release),
      replaces: full.prepared.at(-2) ?? null,
    }),
  ],
};
