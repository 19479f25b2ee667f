import { Injectable } from '@nestjs/common';
import { EventStore } from '@roadbook/event-store';
import { ReadModel } from '@roadbook/read-model';
import type { Projection } from '@roadbook/read-model';
import { projects } from '../projections/projects/projects.js';
import type { ProjectRow } from '../projections/projects/row.js';
import { releaseKey } from '../projections/release-key.js';
import { UnknownProject, UnknownRelease } from './errors.js';

/** How long a question waits for the rows of what was written before it. */
const caughtUpLimitMs = 2_000;

/**
 * The rows of everything that was written before a question, so that whoever gave a command reads what it did.
 * All methods throw NotCaughtUp, ReadModelNotReady or ProjectionFailed when the rows cannot be read now; what was written stands.
 */
@Injectable()
export class CurrentRows {
  constructor(
    private readonly events: EventStore,
    private readonly rows: ReadModel,
  ) {}

  async upToNow(): Promise<ReadModel> {
    const head = await this.events.head();
    await this.rows.caughtUpTo(head, { limitMs: caughtUpLimitMs });
    return this.rows;
  }

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
