import { Injectable } from '@nestjs/common';
import { CurrentRows, UnknownPart, UnknownProject } from '@roadbook/questions';
import type { ReadModel } from '@roadbook/read-model';
import { maySee } from '../domain/entry/visibility.js';
import type { Audience } from '../domain/entry/visibility.js';
import { entries } from '../projections/entries/entries.js';
import { isPresent } from '../projections/entries/row.js';
import type { PresentEntryRow } from '../projections/entries/row.js';
import { projects } from '../projections/projects/projects.js';

/** The rows of projects and entries, as they are now. */
@Injectable()
export class KnowledgeRows extends CurrentRows {
  /** @throws UnknownProject */
  async ofProject(project: string): Promise<ReadModel> {
    const rows = await this.upToNow();
    if ((await rows.get(projects, project)) === undefined) throw new UnknownProject(project);
    return rows;
  }

  /**
   * An entry that the reader may not see is none, in the same words.
   * @throws UnknownProject, UnknownPart
   */
  async ofEntry(project: string, id: string, audience: Audience): Promise<PresentEntryRow> {
    const row = await (await this.ofProject(project)).get(entries, id);
    if (isPresent(row) && row.project === project && maySee(audience, row.recorded.visibility))
      return row;
    throw new UnknownPart(`${project} has no entry ${id}`);
  }
}
