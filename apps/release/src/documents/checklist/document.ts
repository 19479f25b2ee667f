import type { ChecklistItem } from '../../domain/checklist.js';
import type { ReleaseKind } from '../../domain/environments.js';
import type { ReleaseNotes } from '../../domain/release/parts.js';
import type { PlannedRelease } from '../../domain/release/state.js';
import type { ChecklistContents } from '../../projections/checklist-contents/row.js';
import { authorizedBy } from '../authorized-by.js';
import type { AuthorizedBy } from '../authorized-by.js';
import { itemsOf } from './items.js';
import type { ShownItem } from './items.js';
import { shownPlan } from './plan.js';
import type { ShownPlan } from './plan.js';

/** The release checklist, as JSON. Times are ISO 8601 in UTC; null is what does not exist yet. */
export interface ChecklistDocument {
  readonly project: string;
  readonly version: string;
  readonly kind: ReleaseKind;
  /** The commit that would be shipped. */
  readonly candidate: string | null;
  readonly date: string;
  readonly releaseManager: 'CIO';
  readonly authorizedBy: AuthorizedBy;
  readonly preReleaseVerification: readonly ShownItem[];
  readonly releaseArtifacts: readonly ShownItem[];
  readonly releaseNotes: (ReleaseNotes & { readonly compiledAt: string }) | null;
  readonly rollbackPlan: ShownPlan;
  readonly deploymentAuthorization: readonly ShownItem[];
}

export interface ChecklistSource {
  readonly release: PlannedRelease;
  /** As the domain answers them (`checklist`). */
  readonly items: readonly ChecklistItem[];
  readonly contents: ChecklistContents;
  /** The time of the last event that the checklist rests on. */
  readonly date: string;
}

export function checklistDocument({
  release,
  items,
  contents: { grant, notes, rehearsedAt },
  date,
}: ChecklistSource): ChecklistDocument {
  const { project, version, kind, candidate, plan } = release;
  return {
    project,
    version,
    kind,
    candidate: candidate?.commit ?? null,
    date,
    releaseManager: 'CIO',
    authorizedBy: authorizedBy(grant),
    preReleaseVerification: itemsOf('Pre-Release Verification', items, version),
    releaseArtifacts: itemsOf('Release Artifacts', items, version),
    releaseNotes: notes,
    rollbackPlan: shownPlan(plan, items, rehearsedAt),
    deploymentAuthorization: itemsOf('Deployment Authorization', items, version),
  };
}
