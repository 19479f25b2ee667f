import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Point } from '@roadbook/questions';
import { recorded } from '@roadbook/read-model';
import type { ConfigurationChangeEvent } from '../../domain/environments/events.js';
import { environmentsStream } from '../../domain/streams.js';
import { applyToConfigurationChange } from '../../projections/configuration-changes/apply.js';
import { configurationChanges } from '../../projections/configuration-changes/configuration-changes.js';
import type { ConfigurationChangeRow } from '../../projections/configuration-changes/row.js';
import { EnvironmentRows } from '../environment-rows.js';
import { UnknownConfigurationChange } from '../errors.js';
import { Past } from '../past.js';

/** A configuration change, now or as it was. */
export class GetConfigurationChange extends Query<ConfigurationChangeRow> {
  constructor(
    readonly project: string,
    readonly change: string,
    /** A point in the past; absent for now. */
    readonly point?: Point,
  ) {
    super();
  }
}

@QueryHandler(GetConfigurationChange)
export class GetConfigurationChangeHandler implements IQueryHandler<GetConfigurationChange> {
  constructor(
    private readonly current: EnvironmentRows,
    private readonly past: Past,
  ) {}

  /** @throws UnknownProject, UnknownPart, NotYetHappened */
  async execute({
    project,
    change,
    point,
  }: GetConfigurationChange): Promise<ConfigurationChangeRow> {
    const row = point
      ? await this.asOf(project, change, point)
      : await (await this.current.ofProject(project)).get(configurationChanges, change);
    if (row?.project !== project) throw new UnknownConfigurationChange(change);
    return row;
  }

  private asOf(
    project: string,
    change: string,
    point: Point,
  ): Promise<ConfigurationChangeRow | undefined> {
    const stream = { name: environmentsStream(project), project };
    const nothing: ConfigurationChangeRow | undefined = undefined;
    const { types } = configurationChanges;
    return this.past.folded<ConfigurationChangeRow | undefined>(
      stream,
      point,
      nothing,
      (row, event) =>
        types?.includes(event.type) && configurationChanges.keyOf(event) === change
          ? applyToConfigurationChange(row, recorded<ConfigurationChangeEvent>(event), project)
          : row,
    );
  }
}
