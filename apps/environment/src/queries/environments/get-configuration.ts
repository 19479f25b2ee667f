import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Environment } from '@roadbook/decider';
import { UnknownProject } from '@roadbook/questions';
import type { Point } from '@roadbook/questions';
import { unknownProject } from '../../domain/guards.js';
import { EnvironmentsAt } from './environments-at.js';
import { StandingEnvironments } from './standing.js';
import { environmentView, settingViews } from './views.js';
import type { ConfigurationView } from './views.js';

/** How an environment is configured, as declared and as observed; now or as it was. */
export class GetConfiguration extends Query<ConfigurationView> {
  constructor(
    readonly project: string,
    readonly environment: Environment,
    readonly point?: Point,
  ) {
    super();
  }
}

@QueryHandler(GetConfiguration)
export class GetConfigurationHandler implements IQueryHandler<GetConfiguration> {
  constructor(
    private readonly environments: EnvironmentsAt,
    private readonly standing: StandingEnvironments,
  ) {}

  /** @throws UnknownProject, NotYetHappened */
  async execute({ project, environment, point }: GetConfiguration): Promise<ConfigurationView> {
    const row = await this.environments.row(project, environment, point);
    const { state, revision } = await this.standing.at(project, point);
    if (!row) throw new UnknownProject(project, unknownProject);
    return { project, ...environmentView(row, state), settings: settingViews(row), revision };
  }
}
