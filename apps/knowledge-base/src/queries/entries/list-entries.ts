import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Page, PageRequest } from '@roadbook/questions';
import type { Audience } from '../../domain/entry/visibility.js';
import { entries } from '../../projections/entries/entries.js';
import { isPresent } from '../../projections/entries/row.js';
import { KnowledgeRows } from '../knowledge-rows.js';
import { whereOf } from './entry-filter.js';
import type { EntryFilter } from './entry-filter.js';
import { entrySummary } from './entry-view.js';
import type { EntrySummary } from './entry-view.js';

/** The entries of a project that the reader may see, the latest first. */
export class ListEntries extends Query<Page<EntrySummary>> {
  constructor(
    readonly project: string,
    readonly filter: EntryFilter,
    readonly audience: Audience,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(ListEntries)
export class ListEntriesHandler implements IQueryHandler<ListEntries> {
  constructor(private readonly current: KnowledgeRows) {}

  /** @throws UnknownProject, UnknownPart */
  async execute({ project, filter, audience, page }: ListEntries): Promise<Page<EntrySummary>> {
    const rows = await this.current.ofProject(project);
    const after = await this.behind(project, audience, page);
    const found = await rows.page(entries, {
      where: whereOf(project, filter, audience),
      orderBy: ['position'],
      direction: 'descending',
      limit: page.limit,
      after,
    });
    const items = found.rows.filter(isPresent).map((row) => entrySummary(row, audience));
    const last = items.at(-1)?.id;
    return { items, ...(found.next && last !== undefined && { next: [last] }) };
  }

  /** Where a page ended is the id of its last entry: a position would show how many entries a reader does not see. */
  private async behind(
    project: string,
    audience: Audience,
    { after }: PageRequest,
  ): Promise<readonly [number, string] | undefined> {
    if (!after) return undefined;
    const id = String(after[0]);
    const { recorded } = await this.current.ofEntry(project, id, audience);
    return [recorded.position, id];
  }
}
