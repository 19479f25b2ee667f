import { WrongExpectedHead } from './errors.js';
import type { Appended } from './event-store.js';
import type { Head, Position, SealedEvent } from './events.js';

/** What is asked about an event that already stands in the log. */
export interface Standing extends Head {
  readonly id: string;
  readonly position: Position;
}

/** A log under one writer, as an append sees it: nothing else is written between its first question and its last insert. */
export interface Log {
  /** The last event of the stream. */
  last(stream: string): Standing | undefined;
  /** Up to `count` events of the stream from this revision on, in order. */
  standing(stream: string, revision: number, count: number): readonly Standing[];
  /** @throws EventIdTaken when the id stands anywhere in the log. */
  insert(event: SealedEvent): Standing;
}

/** Writes the events when the stream ends as expected, or finds that they are already written there. */
export function appendTo(
  log: Log,
  stream: string,
  expected: Head | undefined,
  events: readonly SealedEvent[],
): Appended {
  const last = log.last(stream);
  if (isAt(last, expected)) return write(log, events);
  const repeat = repeatOf(log, stream, expected, events);
  if (repeat) return repeat;
  throw new WrongExpectedHead(stream, expected?.revision, last?.revision);
}

const isAt = (last: Head | undefined, expected: Head | undefined): boolean =>
  last?.revision === expected?.revision && last?.hash === expected?.hash;

function write(log: Log, events: readonly SealedEvent[]): Appended {
  const last = events.map((event) => log.insert(event)).at(-1);
  if (!last) throw new TypeError('an append has at least one event');
  return appended(last, false);
}

/**
 * The same ids behind the same event are the same append, however much came after them. Ids decide and not hashes: who
 * repeats a command does it at another time, which is part of what was hashed.
 */
function repeatOf(
  log: Log,
  stream: string,
  expected: Head | undefined,
  events: readonly SealedEvent[],
): Appended | undefined {
  const first = expected ? expected.revision + 1 : 0;
  const [before] = expected ? log.standing(stream, expected.revision, 1) : [];
  if (before?.hash !== expected?.hash) return undefined;
  const same = log.standing(stream, first, events.length);
  const last = same.at(-1);
  if (!last || same.length < events.length) return undefined;
  if (same.some(({ id }, index) => id !== events[index]?.id)) return undefined;
  return appended(last, true);
}

const appended = ({ revision, hash, position }: Standing, repeated: boolean): Appended => ({
  head: { revision, hash },
  position,
  repeated,
});
