import type { Provider } from '@nestjs/common';
import { searchOver } from '@roadbook/questions';
import { GetEntryHandler } from './entries/get-entry.js';
import { ListEntriesHandler } from './entries/list-entries.js';
import { EntryFeed } from './feed/entry-feed.js';
import { GetKnownIssuesHandler } from './known-issues/get-known-issues.js';
import { KnowledgeRows } from './knowledge-rows.js';
import { eventTypes } from './recorded/event-types.js';
import { streamNames } from './recorded/stream-names.js';
import { SearchEntriesHandler } from './search/search-entries.js';

/** Everything that answers questions. It needs EventStore and ReadModel. */
export const queryHandlers: Provider[] = [
  KnowledgeRows,
  EntryFeed,
  GetEntryHandler,
  ListEntriesHandler,
  SearchEntriesHandler,
  GetKnownIssuesHandler,
  searchOver({ streams: streamNames, types: eventTypes }),
];
