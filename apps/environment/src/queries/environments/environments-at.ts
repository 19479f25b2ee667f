import { Injectable } from '@nestjs/common';
import { environments as all } from '@roadbook/decider';
import type { Environment } from '@roadbook/decider';
import type { Point } from '@roadbook/questions';
import { recorded } from '@roadbook/read-model';
import type { EnvironmentsEvent } from '../../domain/environments/events.js';
import { environmentsStream } from '../../domain/streams.js';
import { applyToEnvironment } from '../../projections/environments/apply.js';
import {
  environmentEventTypes,
  environmentKey,
  environments,
  environmentsIn,
} from '../../projections/environments/environments.js';
import type { EnvironmentRow } from '../../projections/environments/row.js';
import { EnvironmentRows } from '../environment-rows.js';
import { Past } from '../past.js';

const known: ReadonlySet<string> = new Set(environmentEventTypes);

/** The rows of a project's environments, as they are or as they were. */
@Injectable()
export class EnvironmentsAt {
  constructor(
    private readonly current: EnvironmentRows,
    private readonly past: Past,
  ) {}

  /** @throws UnknownProject, NotYetHappened */
  async rows(project: string, point?: Point): Promise<EnvironmentRow[]> {
    const rows = await Promise.all(all.map((one) => this.row(project, one, point)));
    return rows.filter((row) => row !== undefined);
  }

  /** @throws UnknownProject, NotYetHappened */
  async row(
    project: string,
    environment: Environment,
    point?: Point,
  ): Promise<EnvironmentRow | undefined> {
    if (!point) {
      const rows = await this.current.ofProject(project);
      return rows.get(environments, environmentKey(project, environment));
    }
    const stream = { name: environmentsStream(project), project };
    const nothing: EnvironmentRow | undefined = undefined;
    return this.past.folded<EnvironmentRow | undefined>(stream, point, nothing, (row, event) =>
      known.has(event.type) && environmentsIn(event.data).includes(environment)
        ? applyToEnvironment(row, recorded<EnvironmentsEvent>(event), environment)
        : row,
    );
  }
}
