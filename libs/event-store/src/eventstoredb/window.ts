import type { Page, ReadAllOptions } from '../event-store.js';
import { start } from '../events.js';
import type { Position, SealedEvent, StoredEvent } from '../events.js';
import { pageOf } from '../filter.js';
import { pageLimit } from '../limits.js';
import { storedEvent } from '../stored-event.js';
import type { Witness } from './everything.js';

const eventsMax = 2_000;
const charactersMax = 4_000_000;

type Kept = SealedEvent & { readonly position: Position };

/**
 * The last events of the service as they came live, without a gap from where it begins: who follows closely behind is answered without
 * the server.
 */
export class Window {
  private events: Kept[] = [];
  private characters = 0;

  /**
   * @param from nothing behind this position is left out
   * @param empty up to here, nothing is to come
   */
  constructor(
    private from: Position,
    private empty: Position,
  ) {}

  /** Up to here everything came. */
  get to(): Position {
    return this.events.at(-1)?.position ?? this.empty;
  }

  add(event: StoredEvent): void {
    if (event.position <= this.to) return;
    const json = JSON.stringify(event.data);
    this.events.push({ ...event, json, sizeBytes: json.length });
    this.characters += json.length;
    if (this.events.length > eventsMax || this.characters > charactersMax) this.forgetHalf();
  }

  /** Begins anew behind this position: what stands there cannot be shown from here. */
  beginAt(position: Position): void {
    this.events = [];
    this.characters = 0;
    this.from = position;
    this.empty = position;
  }

  /** The page, if everything behind its beginning is here. */
  async page(options: ReadAllOptions, witness: Witness): Promise<Page | undefined> {
    const { after = start, filter, limit } = options;
    if (after < this.from) return undefined;
    const behind = this.events.slice(this.indexBehind(after));
    const page = pageOf(behind, { after, filter, limit: pageLimit(limit) });
    await witness(behind.filter(({ position }) => position <= page.position));
    return { ...page, events: page.events.map(storedEvent) };
  }

  private indexBehind(after: Position): number {
    const index = this.events.findIndex(({ position }) => position > after);
    return index < 0 ? this.events.length : index;
  }

  private forgetHalf(): void {
    const forgotten = this.events.splice(0, Math.ceil(this.events.length / 2));
    this.from = forgotten.at(-1)?.position ?? this.from;
    for (const { json } of forgotten) this.characters -= json.length;
  }
}
