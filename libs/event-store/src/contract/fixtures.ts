import { randomUUID } from 'node:crypto';
import type { Appended, EventStore, Filter, Page, Subscription } from '../event-store.js';
import { start } from '../events.js';
import type { Head, JsonObject, NewEvent, Position, Provenance, StoredEvent } from '../events.js';

export const somebody: Provenance = {
  recordedAt: '2026-03-01T10:00:00.000Z',
  actor: 'actor-1',
  role: 'cio',
  commandId: 'command-1',
  correlationId: 'correlation-1',
};

export const anEvent = (data: JsonObject = {}, type = 'TicketMerged'): NewEvent => ({
  id: randomUUID(),
  type,
  schemaVersion: 1,
  data,
});

/** That many events, numbered in their data. */
export function events(count: number): [NewEvent, ...NewEvent[]] {
  const [first = anEvent({ number: 0 }), ...rest] = Array.from({ length: count }, (_, number) =>
    anEvent({ number }),
  );
  return [first, ...rest];
}

/** Appends events to a new stream, one append after the other. */
export async function fill(store: EventStore, stream: string, count: number): Promise<Appended[]> {
  const appended: Appended[] = [];
  for (let number = 0; number < count; number++) {
    const head = appended.at(-1)?.head;
    appended.push(await store.append(stream, head, [anEvent({ number })], somebody));
  }
  return appended;
}

export async function headOf(store: EventStore, stream: string): Promise<Head | undefined> {
  const [last] = await store.readStream(stream, { direction: 'backwards', limit: 1 });
  return last && { revision: last.revision, hash: last.hash };
}

/** Everything behind `after`, page by page to the end. */
export async function readToEnd(
  store: EventStore,
  options: { after?: Position; filter?: Filter; limit?: number } = {},
): Promise<StoredEvent[]> {
  const read: StoredEvent[] = [];
  let page: Page | undefined;
  do {
    page = await store.readAll({ ...options, after: page?.position ?? options.after });
    read.push(...page.events);
  } while (!page.atEnd);
  return read;
}

export const idsOf = (events: readonly { readonly id: string }[]): string[] =>
  events.map(({ id }) => id);

/** A subscriber that writes down what it is told. */
export class Subscriber {
  readonly pages: Page[] = [];
  readonly errors: unknown[] = [];
  private readonly checks = new Set<() => void>();
  private readonly subscription: Subscription;

  constructor(
    store: EventStore,
    options: { after?: Position; filter?: Filter } = {},
    private readonly work: (page: Page) => Promise<void> = () => Promise.resolve(),
  ) {
    this.subscription = store.subscribe(
      { after: start, ...options },
      (page) => this.onPage(page),
      (error) => {
        this.errors.push(error);
        this.look();
      },
    );
  }

  get events(): StoredEvent[] {
    return this.pages.flatMap((page) => page.events);
  }

  /** Settles once this holds; it is asked whenever something arrived. The test's own time limit is the limit. */
  until(holds: (subscriber: this) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (!holds(this)) return;
        this.checks.delete(check);
        resolve();
      };
      this.checks.add(check);
      check();
    });
  }

  stop(): Promise<void> {
    return this.subscription.stop();
  }

  private async onPage(page: Page): Promise<void> {
    this.pages.push(page);
    this.look();
    await this.work(page);
  }

  private look(): void {
    for (const check of this.checks) check();
  }
}

/** A promise that is settled from outside. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
