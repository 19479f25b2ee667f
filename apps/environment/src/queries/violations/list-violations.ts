import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { ActorId, HardRule } from '@roadbook/decider';
import type { Page, PageRequest } from '@roadbook/questions';
import { violations } from '../../projections/violations/violations.js';
import type { ViolationRow } from '../../projections/violations/violations.js';
import { EnvironmentRows } from '../environment-rows.js';

/** An attempt to break a hard rule: who tried which command, which rule refused it, and what was missing. */
export type Violation = Omit<ViolationRow, 'position'>;

/** All that are given must hold. */
export interface ViolationFilter {
  readonly rule?: HardRule;
  readonly actor?: ActorId;
  readonly change?: string;
}

/** The violations of a project, the latest first. */
export class ListViolations extends Query<Page<Violation>> {
  constructor(
    readonly project: string,
    readonly filter: ViolationFilter,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(ListViolations)
export class ListViolationsHandler implements IQueryHandler<ListViolations> {
  constructor(private readonly current: EnvironmentRows) {}

  /** @throws UnknownProject */
  async execute({ project, filter, page }: ListViolations): Promise<Page<Violation>> {
    const rows = await this.current.ofProject(project);
    const found = await rows.page(violations, {
      where: { project, ...filter },
      orderBy: ['position'],
      direction: 'descending',
      ...page,
    });
    return {
      items: found.rows.map(({ position: _, ...violation }) => violation),
      next: found.next,
    };
  }
}
