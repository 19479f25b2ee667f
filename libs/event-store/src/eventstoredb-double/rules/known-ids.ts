import type { Written } from './record.js';

/** About as many as the real server's 8 MiB hold. */
const idsMax = 80_000;

export interface Place {
  readonly stream: string;
  readonly revision: bigint;
}

/** What the server remembers of ids for appends without an exact revision: some of them, and only until it is started again. */
export class KnownIds {
  private readonly places = new Map<string, Place>();

  /** The first place of an id stays. */
  add(written: readonly Written[]): void {
    for (const { id, stream, revision } of written) {
      if (!this.places.has(id)) this.places.set(id, { stream, revision });
    }
    for (const oldest of this.places.keys()) {
      if (this.places.size <= idsMax) break;
      this.places.delete(oldest);
    }
  }

  /** The revision of the id in this stream. */
  in(stream: string, id: string): bigint | undefined {
    const place = this.places.get(id);
    return place?.stream === stream ? place.revision : undefined;
  }

  forget(): void {
    this.places.clear();
  }
}
