import { within } from '@roadbook/process';
import { NoAnswer } from './failures.js';

/** A read of the client's: a stream of events that has to be cancelled when it is left early. */
interface Reading<Event> extends AsyncIterable<Event> {
  destroy(error: Error): unknown;
  cancel(): Promise<void>;
}

/** What is followed live: without an end of its own. */
interface Following {
  destroy(error: Error): unknown;
  unsubscribe(): Promise<void>;
}

/** @throws NoAnswer when it takes longer; the call may still be carried out */
export const answeredWithin = <T>(limitMs: number, call: Promise<T>): Promise<T> =>
  within(limitMs, call, () => {
    throw new NoAnswer(limitMs);
  });

/**
 * Reads until `take` has enough or nothing is left.
 * @returns true when nothing is left
 * @throws NoAnswer when it takes longer
 */
export async function readThrough<Event>(
  reading: Reading<Event>,
  limitMs: number,
  take: (event: Event) => boolean,
): Promise<boolean> {
  const timer = setTimeout(() => {
    reading.destroy(new NoAnswer(limitMs));
  }, limitMs);
  let whole = false;
  try {
    for await (const event of reading) if (!take(event)) return false;
    whole = true;
    return whole;
  } finally {
    clearTimeout(timer);
    // Leaving the loop is not enough: the call would stay open.
    if (!whole) void reading.cancel().catch(() => undefined);
  }
}

/** Lets go of a subscription, whatever state it is in. */
export function letGo(subscription: Following, why: Error): void {
  subscription.destroy(why);
  void subscription.unsubscribe().catch(() => undefined);
}
