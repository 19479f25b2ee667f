import type { EventStore, Head, NewEvent, StoredEvent } from '@roadbook/event-store';
import { SqliteEventStore } from '@roadbook/event-store/embedded';
import { copying } from './copies.js';
import { recordTemplate } from './template.js';

/** Projects are written side by side, so that their appends share transactions. */
const projects = 100;

/** Fills a new event store with copies of a real release, and returns how many events it has: at least as many as asked for. */
export async function writeHistory(file: string, eventsMin: number): Promise<number> {
  const template = await recordTemplate();
  const store = SqliteEventStore.open(file);
  try {
    const copies = Math.ceil(eventsMin / (template.length - 1));
    const copy = copying(template);
    await Promise.all(
      Array.from({ length: projects }, async (_, lane) => {
        const writer = new HistoryWriter(store);
        for (let number = lane; number < copies; number += projects) {
          const nth = Math.floor(number / projects);
          const which = { number, project: `bench-${lane}`, version: `1.${nth}.0` };
          await writer.write(copy({ ...which, first: nth === 0 }));
        }
      }),
    );
    return (await store.head()) + 1;
  } finally {
    await store.close();
  }
}

/** Appends what was recorded together together, behind what it wrote before. */
class HistoryWriter {
  private readonly heads = new Map<string, Head>();

  constructor(private readonly store: EventStore) {}

  async write(events: readonly StoredEvent[]): Promise<void> {
    for (let index = 0; index < events.length;) {
      const [first, ...rest] = events.slice(index);
      if (first === undefined) return;
      const end = rest.findIndex((event) => !isTogether(first, event));
      const same = end < 0 ? rest : rest.slice(0, end);
      const { stream } = first;
      const appended = await this.store.append(
        stream,
        this.heads.get(stream),
        [newEvent(first), ...same.map(newEvent)],
        first,
      );
      this.heads.set(stream, appended.head);
      index += 1 + same.length;
    }
  }
}

const isTogether = (one: StoredEvent, other: StoredEvent): boolean =>
  one.stream === other.stream && one.commandId === other.commandId;

const newEvent = ({ id, type, schemaVersion, data }: StoredEvent): NewEvent => ({
  id,
  type,
  schemaVersion,
  data,
});
