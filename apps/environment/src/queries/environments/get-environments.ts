import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Point } from '@roadbook/questions';
import { EnvironmentsAt } from './environments-at.js';
import { StandingEnvironments } from './standing.js';
import { environmentView } from './views.js';
import type { EnvironmentView } from './views.js';

export interface EnvironmentsView {
  readonly project: string;
  readonly environments: readonly EnvironmentView[];
  readonly revision: number;
}

/** The four environments of a project, in the order of the path; now or as they were. */
export class GetEnvironments extends Query<EnvironmentsView> {
  constructor(
    readonly project: string,
    readonly point?: Point,
  ) {
    super();
  }
}

@QueryHandler(GetEnvironments)
export class GetEnvironmentsHandler implements IQueryHandler<GetEnvironments> {
  constructor(
    private readonly environments: EnvironmentsAt,
    private readonly standing: StandingEnvironments,
  ) {}

  /** @throws UnknownProject, NotYetHappened */
  async execute({ project, point }: GetEnvironments): Promise<EnvironmentsView> {
    const rows = await this.environments.rows(project, point);
    const { state, revision } = await this.standing.at(project, point);
    return { project, environments: rows.map((row) => environmentView(row, state)), revision };
  }
}
