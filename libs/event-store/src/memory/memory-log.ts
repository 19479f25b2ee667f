import { EventIdTaken } from '../errors.js';
import type { Position, SealedEvent } from '../events.js';
import type { Log, Standing } from '../log.js';

export interface Entry extends SealedEvent {
  readonly position: Position;
}

/** Positions are the places in `entries`, revisions those in the entries of the stream. */
export class MemoryLog implements Log {
  readonly entries: Entry[] = [];
  private readonly streams = new Map<string, Entry[]>();
  private readonly ids = new Map<string, Entry>();

  entriesOf(stream: string): readonly Entry[] {
    return this.streams.get(stream) ?? [];
  }

  last(stream: string): Standing | undefined {
    return this.entriesOf(stream).at(-1);
  }

  standing(stream: string, revision: number, count: number): readonly Standing[] {
    return this.entriesOf(stream).slice(revision, revision + count);
  }

  insert(event: SealedEvent): Standing {
    const taken = this.ids.get(event.id);
    if (taken) throw new EventIdTaken(taken.id, taken.stream, taken.revision);
    const entry = { ...event, position: this.entries.length };
    const stream = this.streams.get(event.stream) ?? [];
    this.entries.push(entry);
    this.ids.set(event.id, entry);
    this.streams.set(event.stream, stream);
    stream.push(entry);
    return entry;
  }

  /** Runs `write` whole or not at all. */
  atomically<T>(write: () => T): T {
    const before = this.entries.length;
    try {
      return write();
    } catch (error) {
      for (const { id, stream } of this.entries.splice(before)) {
        this.ids.delete(id);
        this.streams.get(stream)?.pop();
      }
      throw error;
    }
  }
}
