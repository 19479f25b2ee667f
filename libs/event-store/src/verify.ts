import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { OrderChain, StreamChains } from './chains.js';
import { UnreadableEvent } from './errors.js';
import type { EventStore } from './event-store.js';
import { start } from './events.js';
import type { Position } from './events.js';

/** What a store has that also seals the order over all streams. */
export interface SealsOrder {
  /** The seals of the events behind `after` up to `upTo`, in order. */
  orderSeals(after: Position, upTo: Position): Promise<readonly string[]>;
}

/** What a store has that is a file. */
export interface ChecksFile {
  /** What is wrong with the file, as the end of a sentence; `undefined` where it is whole. */
  damage(): Promise<string | undefined>;
}

/** An event that does not fit what stands before it. */
export interface Misfit {
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  /** What is wrong, as a sentence. */
  readonly wrong: string;
}

export interface Verified {
  /** How many events were read, of how many streams. */
  readonly events: number;
  readonly streams: number;
  /** The first event that does not fit in its stream. */
  readonly inStream?: Misfit;
  /** The first event that does not fit in the order of everything, where the store seals that order. */
  readonly inOrder?: Misfit;
}

/**
 * Walks everything once and finds the first event that was changed, removed, moved or inserted. Two things no log can show by
 * itself: that its newest events were cut off, and that all of it was written anew from some event on. Both take a head that
 * was signed and kept elsewhere. Memory grows with the number of streams, not of events.
 * @param onProgress told how many events were read so far, from time to time.
 */
export async function verify(
  store: EventStore & Partial<SealsOrder>,
  onProgress: (events: number) => void = () => undefined,
): Promise<Verified> {
  const streams = new StreamChains();
  const order = new OrderChain();
  let events = 0;
  let inStream: Misfit | undefined;
  let inOrder: Misfit | undefined;
  try {
    for await (const { page, seals } of everything(store)) {
      for (const [index, event] of page.entries()) {
        inStream ??= misfit(event, streams.wrongWith(event));
        if (seals) inOrder ??= misfit(event, order.wrongWith(event, seals[index]));
      }
      events += page.length;
      onProgress(events);
    }
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error;
    inStream ??= misfit(error, 'its data is no JSON: it was changed');
  }
  return { events, streams: streams.count, inStream, inOrder };
}

async function* everything(store: EventStore & Partial<SealsOrder>) {
  let after = start;
  for (;;) {
    const { events, position, atEnd } = await store.readAll({ after });
    yield { page: events, seals: await store.orderSeals?.(after, position) };
    if (atEnd) return;
    after = position;
    await turnOfTheLoop();
  }
}

const misfit = (
  { position, stream, revision, id }: Omit<Misfit, 'wrong'>,
  wrong: string | undefined,
): Misfit | undefined =>
  wrong === undefined ? undefined : { position, stream, revision, id, wrong };
