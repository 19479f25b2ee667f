import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Page, PageRequest } from '@roadbook/questions';
import type { ChangeStage } from '../../domain/environments/state.js';
import { configurationChanges } from '../../projections/configuration-changes/configuration-changes.js';
import type { ConfigurationChangeRow } from '../../projections/configuration-changes/row.js';
import { EnvironmentRows } from '../environment-rows.js';

/** The configuration changes of a project, the one proposed last first. */
export class ListConfigurationChanges extends Query<Page<ConfigurationChangeRow>> {
  constructor(
    readonly project: string,
    readonly filter: { readonly stage?: ChangeStage },
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(ListConfigurationChanges)
export class ListConfigurationChangesHandler implements IQueryHandler<ListConfigurationChanges> {
  constructor(private readonly current: EnvironmentRows) {}

  /** @throws UnknownProject */
  async execute({
    project,
    filter,
    page,
  }: ListConfigurationChanges): Promise<Page<ConfigurationChangeRow>> {
    const rows = await this.current.ofProject(project);
    const found = await rows.page(configurationChanges, {
      where: { project, ...filter },
      orderBy: ['position'],
      direction: 'descending',
      ...page,
    });
    return { items: found.rows, next: found.next };
  }
}
