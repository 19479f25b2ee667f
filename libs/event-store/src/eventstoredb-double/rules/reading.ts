import type { Log } from './log.js';
import type { Written } from './record.js';

export interface StreamQuestion {
  readonly stream: string;
  readonly from: bigint | 'start' | 'end';
  readonly backwards: boolean;
  readonly count: number;
}

export type StreamAnswer = readonly Written[] | 'not-found' | 'deleted' | 'error';

/** One read of a stream; what is hidden is left out without a word. */
export function readStream(log: Log, question: StreamQuestion): StreamAnswer {
  const { from, backwards, count } = question;
  const stream = log.stream(question.stream);
  if (stream?.tombstoned) return 'deleted';
  if (count === 0 || (from === 'end' && !backwards)) return 'error';
  if (!stream || stream.events.length === 0 || stream.softDeleted) return 'not-found';
  const shown = log.firstShown(stream);
  const at = typeof from === 'bigint' ? from : 0n;
  if (backwards) {
    const last = from === 'end' || at > stream.last ? stream.last : Number(at);
    const first = Math.max(shown, last - count + 1);
    return stream.events.slice(first, last + 1).reverse();
  }
  const first = Math.max(shown, Number(at));
  return stream.events.slice(first, first + count);
}

/** A place in the order of everything: compared by commit, then by prepare. */
export interface LogPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

export type AllFrom = LogPosition | 'start' | 'end';

/** True where no record begins, so that nothing can be read from there. */
export const isInvalid = (log: Log, from: AllFrom): boolean => {
  if (typeof from === 'string' || from.commit >= log.end) return false;
  const { commit, prepare } = from;
  return prepare > commit || log.all[log.indexAt(Number(commit))]?.position !== Number(commit);
};

/** One read of everything: forwards with what stands at the position, backwards without it. */
export function readAll(
  log: Log,
  { from, backwards, count }: { from: AllFrom; backwards: boolean; count: number },
): readonly Written[] {
  const index = indexOf(log, from);
  return backwards
    ? log.all.slice(Math.max(0, index - count), index).reverse()
    : log.all.slice(index, index + count);
}

/** Index of the first record at the position or behind it. */
export function indexOf(log: Log, from: AllFrom): number {
  if (from === 'start') return 0;
  if (from === 'end' || from.commit >= log.end) return log.all.length;
  return log.indexAt(Number(from.commit));
}

/**
 * Index of the first record behind the position: where a subscription goes on.
 * @param skipping as old versions have it: one record is left out, the first at the position or behind it
 */
export function indexBehind(log: Log, from: AllFrom, skipping: boolean): number {
  const index = indexOf(log, from);
  if (typeof from === 'string') return index;
  if (skipping) return Math.min(index + 1, log.all.length);
  const there = log.all[index];
  const equal = there?.position === Number(from.commit) && from.prepare >= from.commit;
  return equal ? index + 1 : index;
}
