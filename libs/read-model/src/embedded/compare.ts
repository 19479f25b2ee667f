import { differencesMax } from '../check.js';
import type { CheckedProjection, Difference } from '../check.js';
import type { Projection } from '../projection.js';
import type { Snapshot, SnapshotRow } from './snapshot.js';
import { Tally } from './summarize.js';

/** Compares the rows of a projection in two files, key by key. */
export async function compare(
  projection: Projection,
  served: Snapshot,
  rebuilt: Snapshot,
): Promise<CheckedProjection> {
  const tallies = { served: new Tally(projection.name), rebuilt: new Tally(projection.name) };
  const differences: Difference[] = [];
  for await (const pair of paired(served.rows(projection), rebuilt.rows(projection))) {
    if (pair.left) tallies.served.add(pair.left.text);
    if (pair.right) tallies.rebuilt.add(pair.right.text);
    const difference = differenceOf(pair);
    if (difference && differences.length < differencesMax) differences.push(difference);
  }
  for (const index of indexesOf(projection, served, rebuilt)) {
    const words = [served.words(projection, index), rebuilt.words(projection, index)] as const;
    for await (const pair of paired(...words)) {
      const difference = differenceOf(pair);
      if (difference && differences.length < differencesMax)
        differences.push({ ...difference, key: `${difference.key} in ${index}` });
    }
  }
  return {
    name: projection.name,
    served: tallies.served.summary(),
    rebuilt: tallies.rebuilt.summary(),
    differ: differences.length > 0,
    differences,
  };
}

/** The words that rows are found by are compared too: an index could be damaged while the rows are whole. */
const indexesOf = (projection: Projection, ...files: readonly Snapshot[]): string[] => [
  ...new Set(files.flatMap((file) => file.indexes(projection))),
];

interface Pair {
  readonly left?: SnapshotRow;
  readonly right?: SnapshotRow;
}

/** Walks two lists in the order of their keys; rows of the same key come together. */
async function* paired(
  lefts: AsyncIterator<SnapshotRow, void>,
  rights: AsyncIterator<SnapshotRow, void>,
): AsyncGenerator<Pair> {
  let left = await lefts.next();
  let right = await rights.next();
  while (!left.done || !right.done) {
    const order = left.done ? 1 : right.done ? -1 : compareKeys(left.value.key, right.value.key);
    yield {
      left: order <= 0 && !left.done ? left.value : undefined,
      right: order >= 0 && !right.done ? right.value : undefined,
    };
    if (order <= 0) left = await lefts.next();
    if (order >= 0) right = await rights.next();
  }
}

/** As SQLite orders text; JavaScript's own order differs for some characters. */
const compareKeys = (left: string, right: string) =>
  left === right ? 0 : Buffer.compare(Buffer.from(left), Buffer.from(right));

function differenceOf({ left, right }: Pair): Difference | undefined {
  if (left && right)
    return left.text === right.text ? undefined : { key: left.key, served: 'different' };
  if (left) return { key: left.key, served: 'surplus' };
  return right && { key: right.key, served: 'missing' };
}
