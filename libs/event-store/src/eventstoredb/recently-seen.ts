import type { StoredEvent } from '../events.js';
import { BoundedMap } from './bounded-map.js';

/** Where an event stands. */
export interface Place {
  readonly stream: string;
  readonly revision: number;
}

const idsMax = 100_000;
const hashesMax = 20_000;

/**
 * What was seen of events lately, appended here or read. Events never change, so that what is remembered stays true; what is not
 * remembered is asked of the server, or, for ids, not known: the server keeps no index of them.
 */
export class RecentlySeen {
  private readonly places = new BoundedMap<string, Place>(idsMax);
  private readonly hashes = new BoundedMap<string, string>(hashesMax);

  add({ id, stream, revision, hash }: Pick<StoredEvent, 'id' | 'stream' | 'revision' | 'hash'>) {
    this.places.set(id, { stream, revision });
    this.hashes.set(keyOf(stream, revision), hash);
  }

  placeOf(id: string): Place | undefined {
    return this.places.get(id);
  }

  hashAt(stream: string, revision: number): string | undefined {
    return this.hashes.get(keyOf(stream, revision));
  }
}

const keyOf = (stream: string, revision: number): string => `${revision}@${stream}`;
