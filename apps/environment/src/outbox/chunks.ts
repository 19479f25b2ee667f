import { entriesMax } from '@roadbook/decider';

/** A message may have 256 KiB; what stands around the list is small. */
const bytesMax = 128 * 1024;

/** The entries in lists that fit into a message each; one list without entries where there are none. */
export function inMessages<Entry>(entries: readonly Entry[]): Entry[][] {
  const lists: Entry[][] = [[]];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(JSON.stringify(entry));
    const last = lists.at(-1);
    if (last && last.length > 0 && (last.length === entriesMax || bytes + size > bytesMax)) {
      lists.push([entry]);
      bytes = size;
    } else {
      last?.push(entry);
      bytes += size;
    }
  }
  return lists;
}

/** The first message of an event has no part, so that nearly all are known by type and event alone. */
export const partNamed = (index: number): string | undefined =>
  index === 0 ? undefined : `part ${String(index + 1)}`;
