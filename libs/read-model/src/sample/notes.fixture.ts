import { randomUUID } from 'node:crypto';
import type { EventStore, Head, Position } from '@roadbook/event-store';
import { projection } from '../projection.js';

/** A note as it is written, and written again. */
export interface Note {
  readonly title: string;
  readonly text: string;
  readonly open: boolean;
  /** Days since 1970. */
  readonly day: number;
  /** 0 never fades. */
  readonly halfLifeDays: number;
  readonly old: boolean;
}

export const dayMs = 24 * 60 * 60 * 1000;

export interface NoteRow extends Note {
  readonly note: string;
}

/** Notes that are found by words: all of them, and the open ones in an index of their own. */
export const notes = projection({
  name: 'notes',
  version: 1,
  streamPrefixes: ['note-'],
  keyOf: ({ stream }) => stream.slice('note-'.length),
  apply: (_: NoteRow | undefined, { type, data }, note): NoteRow | undefined =>
    type === 'Torn' ? undefined : { ...(data as unknown as Note), note },
  columns: {
    sinceMs: { type: 'integer', of: ({ day }) => day * dayMs },
    halfLifeDays: { type: 'real', of: ({ halfLifeDays }) => halfLifeDays },
    old: { type: 'integer', of: ({ old }) => Number(old) },
    day: { type: 'integer', of: ({ day }) => day },
  },
  indexes: [],
  searched: {
    indexesOf: ({ open }) => (open ? ['all', 'open to all'] : ['all']),
    texts: {
      title: { weight: 10, of: ({ title }) => title },
      text: { weight: 1, of: ({ text }) => text },
    },
  },
});

/** Writes notes as events, each in a stream of its own. */
export class Notebook {
  private readonly heads = new Map<string, Head>();

  constructor(private readonly events: EventStore) {}

  write(note: string, more: Partial<Note> = {}): Promise<Position> {
    const blank = { title: '', text: '', open: true, day: 0, halfLifeDays: 0, old: false };
    return this.append(note, 'Written', { ...blank, ...more });
  }

  tear(note: string): Promise<Position> {
    return this.append(note, 'Torn', {});
  }

  private async append(note: string, type: string, data: Partial<Note>): Promise<Position> {
    const stream = `note-${note}`;
    const { head, position } = await this.events.append(
      stream,
      this.heads.get(stream),
      [{ id: randomUUID(), type, schemaVersion: 1, data: { ...data } }],
      {
        recordedAt: '2026-03-01T08:00:00.000Z',
        actor: 'somebody',
        role: 'cio',
        commandId: randomUUID(),
        correlationId: randomUUID(),
      },
    );
    this.heads.set(stream, head);
    return position;
  }
}
