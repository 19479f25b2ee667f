import { AuditController } from './audit/audit.controller.js';
import { EntriesController } from './entries/entries.controller.js';
import { EntryFeedController } from './feed/entry-feed.controller.js';
import { SearchController } from './search/search.controller.js';

/** The stream of entries comes before the entry that could be called so. */
export const controllers = [
  EntryFeedController,
  EntriesController,
  SearchController,
  AuditController,
];
