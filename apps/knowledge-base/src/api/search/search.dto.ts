import { HoldsAll, Is, text } from '@roadbook/api';
import { searchCharactersMax } from '@roadbook/read-model';
import { FilterQuery } from '../asking/filter.dto.js';
import { EntrySummaryDto } from '../entries/entry.dto.js';

export class SearchQuery extends FilterQuery {
  /**
   * Words, and "several words" that have to stand beside each other. An entry is found by all of them.
   * @example 'invoice "cut off"'
   */
  @Is(text(searchCharactersMax))
  q: string;
}

/** What is found, the best first; superseded entries come behind. */
export class FoundDto {
  /**
   * How many entries are found, on all pages.
   * @example 1
   */
  count: number;

  /**
   * Words that begin like the last one.
   * @example ['invoices']
   */
  suggestions: string[];

  @HoldsAll(() => EntrySummaryDto)
  items: EntrySummaryDto[];

  /**
   * The cursor of the page behind; null on the last one.
   * @example null
   */
  next: string | null;
}
