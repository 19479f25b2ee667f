import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { ActorId, HardRule } from '@roadbook/decider';
import { violations } from '../../projections/violations/violations.js';
import type { ViolationRow } from '../../projections/violations/violations.js';
import { ReleaseRows } from '../release-rows.js';
import type { Page, PageRequest } from '@roadbook/questions';

/** An attempt to break a hard rule: who tried which command, which rule refused it, and what was missing. */
export type Violation = Omit<ViolationRow, 'position' | 'parity' | 'pipeline'>;

/** All that are given must hold. */
export interface ViolationFilter {
  readonly rule?: HardRule;
  readonly actor?: ActorId;
  readonly version?: string;
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
  constructor(private readonly current: ReleaseRows) {}

  /** @throws UnknownProject */
  async execute({ project, filter, page }: ListViolations): Promise<Page<Violation>> {
    const { rows } = await this.current.ofProject(project);
    const { rule, actor, version } = filter;
    const found = await rows.page(violations, {
      where: { project, rule, actor, version },
      orderBy: ['position'],
      direction: 'descending',
      ...page,
    });
    return {
      items: found.rows.map(
        ({ position: _, parity: _parity, pipeline: _pipeline, ...violation }) => violation,
      ),
      next: found.next,
    };
  }
}
