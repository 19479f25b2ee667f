import { createHash } from 'node:crypto';
import type { StoredEvent } from '@roadbook/event-store';
import { readConfiguration } from '@roadbook/process';
import { filesOf } from '@roadbook/service';
import { eventsOf as keptEventsOf } from '@roadbook/service/tools';
import { Folder } from '../../libs/read-model/src/embedded/folder.js';
import { Snapshot } from '../../libs/read-model/src/embedded/snapshot.js';
import { services } from '../../together/services.js';
import { Canonical } from './canonical.js';

/** A row as it is served. Its columns are made of it, and say nothing that it doesn't. */
export interface Row {
  /** Its service and its projection. */
  readonly of: string;
  readonly key: string;
  readonly row: unknown;
}

/** Documents as they were answered, by their paths. */
export type Documents = ReadonlyMap<string, string>;

/** Everything that the three services show after a run, a line for each row and each document; their events lie there too, or elsewhere. */
export async function stateIn(
  dataFolder: string,
  documents: Documents,
  began: string,
  eventsOf: (service: string) => AsyncIterable<StoredEvent> = (service) =>
    keptEventsOf(service, readConfiguration({ ROADBOOK_DATA: dataFolder })),
): Promise<readonly string[]> {
  const canonical = new Canonical(began);
  for (const { name } of services) {
    const events: StoredEvent[] = [];
    for await (const event of eventsOf(name)) events.push(event);
    meetIds(canonical, events);
  }
  const rows: Row[] = [];
  for await (const row of rowsIn(dataFolder)) rows.push(row);
  return linesOf(canonical, rows, documents);
}

/** In no order of their own: rows are found by their keys. */
export const linesOf = (
  canonical: Canonical,
  rows: readonly Row[],
  documents: Documents = new Map(),
): readonly string[] =>
  [
    ...rows.map(
      ({ of, key, row }) =>
        `${of} ${canonical.ofText(key)} ${JSON.stringify(canonical.ofJson(row))}`,
    ),
    ...Array.from(
      documents,
      ([path, document]) =>
        `${canonical.ofText(path)} ${JSON.stringify(canonicalDocument(canonical, document))}`,
    ),
  ].sort();

export const hashOf = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex');

const canonicalDocument = (canonical: Canonical, document: string): unknown =>
  document.startsWith('{') ? canonical.ofJson(JSON.parse(document)) : canonical.ofText(document);

/**
 * Ids get their numbers in an order that is the same in both runs: streams by their names, and those that are named by an id themselves, as
 * entries are, by the event that they tell of, which has its number by then.
 */
export function meetIds(canonical: Canonical, events: readonly StoredEvent[]): void {
  const entries = events
    .filter(({ type }) => type === 'EntryRecorded')
    .map(({ stream, data }) => ({ stream, tells: canonical.ofText(JSON.stringify(data.tells)) }))
    .sort((one, other) => compare(one.tells, other.tells));
  for (const { stream } of entries) canonical.meet(stream);
  const place = new Map(entries.map(({ stream }, index) => [stream, String(index).padStart(9)]));
  const named = ({ stream }: StoredEvent) => place.get(stream) ?? stream;
  const inOrder = [...events].sort(
    (one, other) => compare(named(one), named(other)) || one.revision - other.revision,
  );
  for (const { id, commandId, data } of inOrder) canonical.meet([id, data, commandId]);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

async function* rowsIn(dataFolder: string): AsyncGenerator<Row> {
  for (const { name, projections } of services) {
    const folder = new Folder(filesOf(name, dataFolder).readModel);
    if (folder.current === undefined) throw new Error(`${name} serves no rows`);
    const served = new Snapshot(folder.file(folder.current));
    try {
      for (const projection of projections)
        for await (const { text } of served.rows(projection)) {
          const [key, row] = JSON.parse(text) as [string, unknown, unknown];
          yield { of: `${name} ${projection.name}`, key, row };
        }
    } finally {
      served.close();
    }
  }
}
