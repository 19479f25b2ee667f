import type { Provider } from '@nestjs/common';
import { GetEntryHandler } from './entries/get-entry.js';
import { ListEntriesHandler } from './entries/list-entries.js';
import { EntryFeed } from './feed/entry-feed.js';
import { GetKnownIssuesHandler } from './known-issues/get-known-issues.js';
import { KnowledgeRows } from './knowledge-rows.js';
import { FindEventsHandler } from './recorded/find-events.js';
import { SearchEntriesHandler } from './search/search-entries.js';

/** Everything that answers questions. It needs EventStore and ReadModel. */
export const queryHandlers: Provider[] = [
  KnowledgeRows,
  EntryFeed,
  GetEntryHandler,
  ListEntriesHandler,
  SearchEntriesHandler,
  GetKnownIssuesHandler,
  FindEventsHandler,
];
