import { projection, recorded } from '@roadbook/read-model';
import type { EntryEvent } from '../../domain/entry/events.js';
import { isPublished } from '../../domain/entry/visibility.js';
import { streamOf } from '../../domain/streams.js';
import { applyToEntry } from './apply.js';
import type { Recording } from './apply.js';
import { halfLifeDays } from './half-life.js';
import type { EntryRow } from './row.js';
import { timeOf } from './row.js';
import { searchedEntries } from './searched.js';

const recording = recorded<Recording>;

/** Every entry, with what stands in its place, found by what readers ask for. */
export const entries = projection({
  name: 'entries',
  version: 1,
  types: ['EntryRecorded'] satisfies EntryEvent['type'][],
  keyOf: (event) => {
    const { entry } = streamOf(event.stream) ?? {};
    const { supersedes } = recording(event).data;
    if (entry === undefined) return undefined;
    return supersedes ? [entry, supersedes.entry] : entry;
  },
  apply: (row: EntryRow | undefined, event, id): EntryRow => {
    const { entry = '', project = '' } = streamOf(event.stream) ?? {};
    return applyToEntry(row, recording(event), { id, entry, project });
  },
  columns: {
    project: { type: 'text', of: ({ project }) => project },
    /** Whether it has come. */
    present: { type: 'integer', of: ({ recorded: entry }) => Number(entry !== null) },
    position: { type: 'integer', of: ({ recorded: entry }) => entry?.position ?? -1 },
    published: {
      type: 'integer',
      of: ({ recorded: entry }) => Number(entry !== null && isPublished(entry.visibility)),
    },
    type: { type: 'text', of: ({ recorded: entry }) => entry?.type ?? '' },
    decay: { type: 'text', of: ({ recorded: entry }) => entry?.decay ?? '' },
    author: { type: 'text', of: ({ recorded: entry }) => entry?.author.actor ?? '' },
    version: {
      type: 'text',
      nullable: true,
      of: ({ recorded: entry }) => entry?.version ?? null,
    },
    knownIssue: { type: 'integer', of: ({ recorded: entry }) => Number(!!entry?.knownIssue) },
    time: { type: 'text', of: ({ recorded: entry }) => (entry ? timeOf(entry) : '') },
    fadesSinceMs: {
      type: 'integer',
      of: ({ recorded: entry }) => (entry ? Date.parse(timeOf(entry)) : 0),
    },
    halfLifeDays: {
      type: 'real',
      of: ({ recorded: entry }) => (entry ? halfLifeDays[entry.decay] : 0),
    },
    superseded: { type: 'integer', of: ({ supersededBy }) => Number(supersededBy !== null) },
    /** For clients an entry stands until they may see the one in its place. */
    supersededForClients: {
      type: 'integer',
      of: ({ supersededBy }) =>
        Number(supersededBy !== null && isPublished(supersededBy.visibility)),
    },
  },
  indexes: [
    ['project', 'present', 'position'],
    ['project', 'published', 'position'],
    ['project', 'knownIssue', 'position'],
  ],
  searched: searchedEntries,
});
