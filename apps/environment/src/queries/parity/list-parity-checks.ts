import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Page, PageRequest } from '@roadbook/questions';
import { parityChecks } from '../../projections/parity-checks/parity-checks.js';
import type { ParityCheckRow } from '../../projections/parity-checks/parity-checks.js';
import { EnvironmentRows } from '../environment-rows.js';

export type ParityCheckView = ParityCheckRow;

/** The checks of parity that ran, the last first. */
export class ListParityChecks extends Query<Page<ParityCheckRow>> {
  constructor(
    readonly project: string,
    readonly filter: { readonly purpose?: ParityCheckRow['purpose'] },
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(ListParityChecks)
export class ListParityChecksHandler implements IQueryHandler<ListParityChecks> {
  constructor(private readonly current: EnvironmentRows) {}

  /** @throws UnknownProject */
  async execute({ project, filter, page }: ListParityChecks): Promise<Page<ParityCheckRow>> {
    const rows = await this.current.ofProject(project);
    const found = await rows.page(parityChecks, {
      where: { project, ...filter },
      orderBy: ['position'],
      direction: 'descending',
      ...page,
    });
    return { items: found.rows, next: found.next };
  }
}
