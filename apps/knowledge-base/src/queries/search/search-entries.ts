import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Page, PageRequest } from '@roadbook/questions';
import type { Audience } from '../../domain/entry/visibility.js';
import { entries } from '../../projections/entries/entries.js';
import { isPresent } from '../../projections/entries/row.js';
import { indexFor } from '../../projections/entries/searched.js';
import { supersededColumn, whereOf } from '../entries/entry-filter.js';
import type { EntryFilter } from '../entries/entry-filter.js';
import { entrySummary } from '../entries/entry-view.js';
import type { EntrySummary } from '../entries/entry-view.js';
import { KnowledgeRows } from '../knowledge-rows.js';

const suggestionsMax = 10;

export interface Found extends Page<EntrySummary> {
  /** How many entries are found, on all pages. */
  readonly count: number;
  /** Words that begin like the last one that was typed. */
  readonly suggestions: readonly string[];
}

/** The entries of a project that have all the words, the best first. Everything that is answered rests on what the reader may see. */
export class SearchEntries extends Query<Found> {
  constructor(
    readonly project: string,
    readonly words: string,
    readonly filter: EntryFilter,
    readonly audience: Audience,
    /** The time of the question: what faded until then is behind what did not. */
    readonly at: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(SearchEntries)
export class SearchEntriesHandler implements IQueryHandler<SearchEntries> {
  constructor(private readonly current: KnowledgeRows) {}

  /** @throws UnknownProject, InvalidQuery */
  async execute({ project, words, filter, audience, at, page }: SearchEntries): Promise<Found> {
    const rows = await this.current.ofProject(project);
    const index = indexFor(project, audience);
    const {
      rows: found,
      next,
      count,
    } = await rows.search(entries, {
      ...{ index, words },
      where: whereOf(project, filter, audience),
      fading: {
        since: 'fadesSinceMs',
        halfLifeDays: 'halfLifeDays',
        asOfMs: Date.parse(at),
      },
      behind: supersededColumn(audience),
      ...page,
    });
    const suggestions = await rows.suggest(entries, { index, words, limit: suggestionsMax });
    const items = found.filter(isPresent).map((row) => entrySummary(row, audience));
    return { items, next, count, suggestions };
  }
}
