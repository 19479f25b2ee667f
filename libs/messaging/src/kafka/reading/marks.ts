/** A message, by its place in its topic; the same for whoever is handed it. */
export interface Place {
  readonly partition: number;
  readonly offset: bigint;
  readonly timeMs: number;
  readonly order: number;
}

/** Where a page ended: for each partition, the offset of what comes next. */
export type Ends = readonly bigint[];

const radix = 36;
const messageMark = /^m([0-9a-z]{1,3})\.([0-9a-z]{1,13})\.([0-9a-z]{1,10})\.([0-9a-z]{1,10})$/;
const pageMark = /^p[0-9a-z]{1,13}(?:\.[0-9a-z]{1,13})*$/;

export const markOf = ({ partition, offset, timeMs, order }: Place): string =>
  `m${[partition, offset, timeMs, order].map((number) => number.toString(radix)).join('.')}`;

export const markOfEnds = (ends: Ends): string =>
  `p${ends.map((offset) => offset.toString(radix)).join('.')}`;

/** `undefined` for what is neither kind of mark. */
export function readMark(mark: string): Place | Ends | undefined {
  if (pageMark.test(mark)) return mark.slice(1).split('.').map(inRadix);
  const parts = messageMark.exec(mark)?.slice(1).map(inRadix);
  if (!parts) return undefined;
  const [partition = 0n, offset = 0n, timeMs = 0n, order = 0n] = parts;
  return { partition: Number(partition), offset, timeMs: Number(timeMs), order: Number(order) };
}

export const isPlace = (position: Place | Ends): position is Place => 'offset' in position;

/** Whether the one comes after the other among all messages of the topic. Of one partition, offsets tell. */
export function comesAfter(one: Place, other: Place): boolean {
  if (one.partition === other.partition) return one.offset > other.offset;
  if (one.timeMs !== other.timeMs) return one.timeMs > other.timeMs;
  if (one.order !== other.order) return one.order > other.order;
  return one.partition > other.partition;
}

function inRadix(digits: string): bigint {
  let number = 0n;
  for (const digit of digits) number = number * BigInt(radix) + BigInt(parseInt(digit, radix));
  return number;
}
