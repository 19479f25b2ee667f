import { Injectable } from '@nestjs/common';
import { checklists } from '../../projections/checklist/checklist.js';
import type { ChecklistRow } from '../../projections/checklist/row.js';
import { foldRelease } from '../../projections/fold-release.js';
import type { FoldedRelease } from '../../projections/fold-release.js';
import { CurrentRows } from '../current-rows.js';
import { UnknownRelease } from '../errors.js';
import { Past } from './past.js';
import { Present } from './present.js';
import type { Point, Viewed } from './viewed.js';

/** Releases as they can be looked at: now, from the rows, or at a point in the past, by replay. */
@Injectable()
export class Views {
  constructor(
    private readonly current: CurrentRows,
    private readonly present: Present,
    private readonly past: Past,
  ) {}

  /** @throws UnknownProject, UnknownRelease, NotYetHappened */
  async of(project: string, version: string, point?: Point): Promise<Viewed> {
    if (point) return this.past.viewed(project, version, point);
    const row = await this.current.ofRelease(checklists, project, version);
    const folded = foldedFrom(row);
    if (!folded) throw new UnknownRelease(project, version);
    const standpoint = {
      release: folded.release,
      ...(await this.present.surroundings(project)),
    };
    return { standpoint, folded, revision: row.revision, changedAt: row.changedAt };
  }
}

export const foldedFrom = ({ events }: ChecklistRow): FoldedRelease | undefined =>
  events.reduce<FoldedRelease | undefined>(foldRelease, undefined);
