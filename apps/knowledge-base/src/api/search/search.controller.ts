import { Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { everybody, listed, listNamed, pageOf, ProjectPath, ReadRoute, Topic } from '@roadbook/api';
import { Clock } from '@roadbook/process';
import type { Audience } from '../../domain/entry/visibility.js';
import { SearchEntries } from '../../queries/search/search-entries.js';
import { filterOf } from '../asking/filter.dto.js';
import { Reader } from '../asking/reader.js';
import { FoundDto, SearchQuery } from './search.dto.js';

@Topic('search', 'v1/projects/:project/search')
export class SearchController {
  constructor(
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ReadRoute({
    operationId: 'searchEntries',
    summary: 'The entries of a project that have all the words, the best first',
    description:
      'Ranked by relevance (title before text), decay class and age. Whatever is typed is words: nothing is an error.',
    answer: FoundDto,
    may: everybody,
  })
  async search(
    @Param() { project }: ProjectPath,
    @Query() query: SearchQuery,
    @Reader() reader: Audience,
  ) {
    const list = listNamed(`search in ${project} for ${reader}`, query);
    const found = await this.queries.execute(
      new SearchEntries(
        project,
        query.q,
        filterOf(query),
        reader,
        this.clock.now(),
        pageOf(list, query),
      ),
    );
    const { count, suggestions } = found;
    return { count, suggestions, ...listed(list, found) };
  }
}
