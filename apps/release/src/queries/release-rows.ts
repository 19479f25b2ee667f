import { Injectable } from '@nestjs/common';
import { CurrentRows, UnknownProject } from '@roadbook/questions';
import type { Projection, ReadModel } from '@roadbook/read-model';
import { projects } from '../projections/projects/projects.js';
import type { ProjectRow } from '../projections/projects/row.js';
import { releaseKey } from '../projections/release-key.js';
import { UnknownRelease } from './errors.js';

/** The rows of projects and releases, as they are now. */
@Injectable()
export class ReleaseRows extends CurrentRows {
  /** @throws UnknownProject */
  async ofProject(project: string): Promise<{ rows: ReadModel; row: ProjectRow }> {
    const rows = await this.upToNow();
    const row = await rows.get(projects, project);
    if (!isRegistered(row)) throw new UnknownProject(project);
    return { rows, row };
  }

  /**
   * The row of a release, in a projection that has one for each.
   * @throws UnknownProject, UnknownRelease
   */
  async ofRelease<Row extends object>(
    projection: Projection<Row>,
    project: string,
    version: string,
    key = releaseKey(project, version),
  ): Promise<Row> {
    const { rows } = await this.ofProject(project);
    const row = await rows.get(projection, key);
    if (row === undefined) throw new UnknownRelease(project, version);
    return row;
  }
}

/** Something may stand on record about a project before it is registered; it can't be asked about until then. */
const isRegistered = (row: ProjectRow | undefined): row is ProjectRow =>
  row !== undefined && row.registeredAt !== null;
