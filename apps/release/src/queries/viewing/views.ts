import { Injectable } from '@nestjs/common';
import type { Point } from '@roadbook/questions';
import { checklists } from '../../projections/checklist/checklist.js';
import { ReleaseRows } from '../release-rows.js';
import { Past } from './past.js';
import { Present } from './present.js';
import type { Viewed } from './viewed.js';

/** Releases as they can be looked at: now, as the deciders know them with the rows beside, or at a point in the past, by replay. */
@Injectable()
export class Views {
  constructor(
    private readonly current: ReleaseRows,
    private readonly present: Present,
    private readonly past: Past,
  ) {}

  /** @throws UnknownProject, UnknownRelease, NotYetHappened */
  async of(project: string, version: string, point?: Point): Promise<Viewed> {
    if (point) return this.past.viewed(project, version, point);
    for (;;) {
      const known = await this.present.viewed(project, version);
      const beside = await this.current.ofRelease(checklists, project, version);
      // The rows were read later: when they know more, the release has moved on in between.
      if (beside.revision <= known.revision) return { ...known, beside };
    }
  }
}
