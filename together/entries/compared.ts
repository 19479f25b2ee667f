import type { StoredEvent } from '@roadbook/event-store';
import { CalledFor } from './called-for.js';
import type { Called } from './called-for.js';

/** The knowledge base, beside what the events of the other services call for. */
export interface Compared {
  /** How many entries each happening calls for. */
  readonly calledFor: ReadonlyMap<string, number>;
  /** How many entries tell of a happening, and how many somebody wrote. */
  readonly told: number;
  readonly written: number;
  /** Called for and not there. */
  readonly missing: readonly Called[];
  /** There and not called for, or there more than once. */
  readonly more: readonly Called[];
}

/** All events of a service, in their order. */
export type EventsOf = (service: string) => AsyncIterable<StoredEvent>;

/** Counts the entries of the knowledge base and compares each with the event that calls for it; with the services running or not. */
export async function compareEntries(eventsOf: EventsOf): Promise<Compared> {
  const told: Called[] = [];
  let written = 0;
  // Read before the events of the others: an entry of an event that comes meanwhile is not taken for one too many.
  for await (const event of eventsOf('knowledge-base')) {
    if (event.type !== 'EntryRecorded') continue;
    const tells = toldBy(event);
    if (tells) told.push(tells);
    else written += 1;
  }
  const called = new CalledFor();
  for (const service of ['release', 'environment'])
    for await (const event of eventsOf(service)) called.take(service, event);
  return { ...differences(called.all, told), told: told.length, written };
}

/** Exactly one for each: what is told twice is one too many. */
export function differences(
  called: readonly Called[],
  told: readonly Called[],
): Pick<Compared, 'calledFor' | 'missing' | 'more'> {
  const calledFor = new Map<string, number>();
  const open = new Map<string, Called>();
  for (const one of called) {
    calledFor.set(one.happening, (calledFor.get(one.happening) ?? 0) + 1);
    open.set(keyOf(one), one);
  }
  const more = told.filter((one) => !open.delete(keyOf(one)));
  return { calledFor, missing: [...open.values()], more };
}

const keyOf = ({ project, happening, event }: Called): string => `${project} ${happening} ${event}`;

function toldBy({ stream, data }: StoredEvent): Called | undefined {
  const { tells } = data as { readonly tells: Omit<Called, 'project'> | null };
  const project = /^entry-([^@]+)@/.exec(stream)?.[1] ?? '';
  return tells ? { project, ...tells } : undefined;
}
