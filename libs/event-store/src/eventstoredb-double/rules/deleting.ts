import type { Expected, Outcome } from './appending.js';
import { system } from './log.js';
import type { Log } from './log.js';
import { metastreamOf, tombstoneRevision } from './record.js';

/** Hides everything that was written to the stream so far; it can go on behind it. */
export function softDelete(log: Log, name: string, expected: Expected): Outcome {
  const stream = log.stream(name);
  if (stream?.tombstoned) return { is: 'deleted' };
  if (!stream || stream.events.length === 0 || !fits(stream.last, expected)) {
    return { is: 'wrong-version', ...(stream && { current: BigInt(stream.last) }) };
  }
  // As the server writes it: more than a double can hold.
  const metadata = Buffer.from(`{"$tb":${tombstoneRevision}}`);
  const [written] = log.write(metastreamOf(name), [{ ...system('$metadata', {}), data: metadata }]);
  return { is: 'success', position: written?.position };
}

/** Ends the stream for good. */
export function tombstone(log: Log, name: string, expected: Expected): Outcome {
  const stream = log.stream(name);
  if (stream?.tombstoned) return { is: 'deleted' };
  const last = stream?.last ?? -1;
  if (!fits(last, expected)) {
    return { is: 'wrong-version', ...(last >= 0 && { current: BigInt(last) }) };
  }
  return { is: 'success', position: log.tombstone(name).position };
}

const fits = (last: number, expected: Expected): boolean => {
  if (expected === 'any') return true;
  if (expected === 'stream_exists') return last >= 0;
  return BigInt(last) === (expected === 'no_stream' ? -1n : expected);
};
