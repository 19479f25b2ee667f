import type { StoredEvent } from '@roadbook/event-store';
import { projection, recorded } from '@roadbook/read-model';
import type { ReleaseEvent } from '../../domain/release/events.js';
import { releaseKeyOf } from '../release-key.js';
import { applyToHistory } from './apply.js';
import { chapterLines } from './row.js';
import type { HistoryChapter } from './row.js';

/** Everything that happened to each release, in chapters. */
export const releaseHistory = projection({
  name: 'release-history',
  version: 2,
  keyOf: chapterOf,
  apply: (chapter: HistoryChapter | undefined, event) =>
    applyToHistory(chapter, recorded<ReleaseEvent>(event)),
  columns: {},
  indexes: [],
});

function chapterOf(event: StoredEvent): string | undefined {
  const release = releaseKeyOf(event);
  return release === undefined ? undefined : chapterKey(release, event.revision);
}

/** The key of the chapter in which the line of this revision stands. */
export const chapterKey = (release: string, revision: number): string =>
  `${release}#${Math.floor(revision / chapterLines)}`;
