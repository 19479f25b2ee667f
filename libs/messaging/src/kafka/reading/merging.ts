import { placeOf } from '../records.js';
import type { FetchedRecord } from '../records.js';
import { comesAfter } from './marks.js';
import type { Ends, Place } from './marks.js';
import type { Fetched } from './partitions.js';

export interface Taken {
  readonly partition: number;
  readonly record: FetchedRecord;
}

/** Between what the page lies. */
export interface Span {
  /** The offset to begin with in each partition. */
  readonly from: Ends;
  readonly ends: Ends;
  /** A message that it lies behind. */
  readonly behind?: Place;
}

/** What is left of a partition. */
interface Queue {
  readonly partition: number;
  readonly entries: readonly { readonly place: Place; readonly record: FetchedRecord }[];
  readonly next: bigint;
  readonly isWhole: boolean;
  at: number;
}

/**
 * The records of all partitions, the oldest first, up to the limit; and where each partition goes on. It ends where of a partition not
 * everything was fetched, as the oldest can be there.
 */
export function merged(
  fetched: readonly Fetched[],
  span: Span,
  limit: number,
): { readonly taken: Taken[]; readonly next: bigint[] } {
  const queues = fetched.map((one) => queueOf(one, span));
  const taken: Taken[] = [];
  while (taken.length < limit) {
    const oldest = oldestOf(queues);
    const entry = oldest?.entries[oldest.at];
    if (!oldest || !entry) break;
    oldest.at += 1;
    taken.push({ partition: oldest.partition, record: entry.record });
    if (isEmpty(oldest) && !oldest.isWhole) break;
  }
  const next = [...span.from];
  // Behind the last record can be what only the broker sees, such as the end of a transaction.
  for (const { partition, entries, at, next: behindAll } of queues)
    next[partition] = entries[at]?.place.offset ?? behindAll;
  return { taken, next };
}

function queueOf({ partition, records, next }: Fetched, { ends, behind }: Span): Queue {
  const entries = records.map((record) => ({ record, place: placeOf(record, partition) }));
  const first = behind ? entries.findIndex(({ place }) => comesAfter(place, behind)) : 0;
  return {
    partition,
    entries,
    next,
    isWhole: next >= (ends[partition] ?? 0n),
    at: first < 0 ? entries.length : first,
  };
}

const isEmpty = ({ at, entries }: Queue): boolean => at >= entries.length;

function oldestOf(queues: readonly Queue[]): Queue | undefined {
  let oldest: Queue | undefined;
  for (const queue of queues) if (!isEmpty(queue) && isOlder(queue, oldest)) oldest = queue;
  return oldest;
}

function isOlder(queue: Queue, other: Queue | undefined): boolean {
  const [place, otherPlace] = [queue, other].map((one) => one?.entries[one.at]?.place);
  return !otherPlace || !place || comesAfter(otherPlace, place);
}
