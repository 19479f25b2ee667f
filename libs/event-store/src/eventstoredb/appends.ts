import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { BackOff, Lines } from '@roadbook/process';
import { EventIdTaken, OutcomeUnknown, StoreUnavailable, WrongExpectedHead } from '../errors.js';
import type { Appended } from '../event-store.js';
import type { Head, SealedEvent } from '../events.js';
import type { Connection } from './connection.js';
import { isNotLeader, isRefusal, isWrongVersion, unavailable } from './failures.js';
import type { Names } from './names.js';
import { toServer } from './recorded.js';
import type { Recorded } from './recorded.js';
import type { Place, RecentlySeen } from './recently-seen.js';
import type { Streams } from './streams.js';

const delays = { firstMs: 50, mostMs: 1_000 };

/** One append, as it is tried until its outcome is known. */
interface Order {
  readonly stream: string;
  readonly expected: Head | undefined;
  readonly events: readonly SealedEvent[];
  /** Stands in the metadata of what this append wrote: a repeat finds that of another. */
  readonly attempt: string;
  readonly until: number;
}

/** What an attempt came to, as the server said it. */
type Said = 'done' | 'refused' | 'wrong-version' | 'not-leader' | 'nothing';

/**
 * Appends with an exact revision, and answers with what then stands there: nothing is confirmed that was not read back. Where the server
 * says nothing, the stream is read again, and the same append repeated, which the server recognizes by its ids.
 */
export class Appends {
  private readonly lines = new Lines();

  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
    private readonly streams: Streams,
    private readonly seen: RecentlySeen,
    private readonly patienceMs: number,
  ) {}

  append(
    stream: string,
    expected: Head | undefined,
    events: readonly SealedEvent[],
  ): Promise<Appended> {
    const until = performance.now() + this.patienceMs;
    const attempt = randomBytes(9).toString('base64url');
    // Of two appends to one stream only one can win; in line, the first does.
    return this.lines.inLine(stream, () =>
      this.inTurn({ stream, expected, events, attempt, until }),
    );
  }

  private async inTurn(order: Order): Promise<Appended> {
    const { stream, expected, events, until } = order;
    if (performance.now() > until) {
      throw new StoreUnavailable('the event store did not come to this append in time');
    }
    // Asking first makes it certain that nothing was written while the server is away.
    if (this.connection.lost) await this.streams.head(stream);
    await this.refuseOtherBefore(stream, expected);
    await this.refuseTaken(stream, expected, events);
    const appended = await this.settled(order);
    // What an earlier attempt wrote has hashes of its own.
    if (!appended.repeated) for (const event of events) this.seen.add(event);
    return appended;
  }

  /** The server compares revisions only; the event that is expected there has to be the one that stands there. */
  private async refuseOtherBefore(stream: string, expected: Head | undefined): Promise<void> {
    if (!expected) return;
    const { revision } = expected;
    const known = this.seen.hashAt(stream, revision);
    const hash = known ?? (await this.streams.at(stream, revision))?.hash;
    if (hash !== expected.hash) throw await this.wrongHead(stream, expected);
  }

  /** The server keeps no index of ids. Those that were seen lately are compared here; for others, ids have to be derived. */
  private async refuseTaken(
    stream: string,
    expected: Head | undefined,
    events: readonly SealedEvent[],
  ): Promise<void> {
    const taken = this.taken(events);
    if (!taken) return;
    const head = await this.streams.head(stream);
    if (head?.revision !== expected?.revision || head?.hash !== expected?.hash) return;
    throw new EventIdTaken(taken.id, taken.stream, taken.revision);
  }

  private taken(events: readonly SealedEvent[]): (Place & { readonly id: string }) | undefined {
    const before = new Map<string, Place>();
    for (const { id, stream, revision } of events) {
      const place = before.get(id) ?? this.seen.placeOf(id);
      if (place && (place.stream !== stream || place.revision !== revision))
        return { id, ...place };
      before.set(id, { stream, revision });
    }
    return undefined;
  }

  private async settled(order: Order): Promise<Appended> {
    const backOff = new BackOff(delays);
    let uncertain = false;
    for (;;) {
      const { said, error } = await this.tried(order);
      if (said === 'refused' && !uncertain) throw unavailable(error);
      uncertain ||= said === 'nothing' || said === 'done';
      const found = await this.found(order, said === 'done').catch((cause: unknown) => {
        if (cause instanceof StoreUnavailable) return undefined;
        throw cause;
      });
      if (found) return found;
      if (performance.now() > order.until) throw gaveUp(order, uncertain, error);
      await sleep(backOff.nextDelayMs());
    }
  }

  private async tried(order: Order): Promise<{ said: Said; error?: unknown }> {
    const { stream, expected, events, attempt } = order;
    const data = events.map((event) => toServer(event, attempt));
    try {
      await this.connection.append(this.names.onServer(stream), expected?.revision, data);
      return { said: 'done' };
    } catch (error) {
      if (isWrongVersion(error)) return { said: 'wrong-version', error };
      if (isRefusal(error)) return { said: 'refused', error };
      return { said: isNotLeader(error) ? 'not-leader' : 'nothing', error };
    }
  }

  /**
   * Looks whether the events stand where they belong. Nothing when the stream still ends where it was expected to.
   * @param acknowledged the server says that they do, all of them, so that the last one is enough
   * @throws WrongExpectedHead when others stand there
   */
  private async found(order: Order, acknowledged: boolean): Promise<Appended | undefined> {
    const { stream, expected } = order;
    const events = acknowledged ? order.events.slice(-1) : order.events;
    const first = events[0]?.revision ?? 0;
    const standing = await this.streams.standing(stream, first, events.length);
    const last = standing.at(-1);
    const same =
      standing.length === events.length &&
      standing.every(({ event }, index) => event.id === events[index]?.id);
    if (last && same) return appended(last, order);
    if (last) throw await this.wrongHead(stream, expected);
    const head = await this.streams.head(stream);
    if (head?.revision === expected?.revision) return undefined;
    throw new WrongExpectedHead(stream, expected?.revision, head?.revision);
  }

  private async wrongHead(stream: string, expected: Head | undefined): Promise<WrongExpectedHead> {
    const head = await this.streams.head(stream);
    return new WrongExpectedHead(stream, expected?.revision, head?.revision);
  }
}

const appended = ({ event, attempt }: Recorded, order: Order): Appended => ({
  head: { revision: event.revision, hash: event.hash },
  position: event.position,
  repeated: attempt !== order.attempt,
});

const gaveUp = ({ stream }: Order, uncertain: boolean, cause: unknown): Error =>
  uncertain
    ? new OutcomeUnknown(
        `the event store does not say whether stream ${stream} was appended to; repeat the append as it is`,
        { cause },
      )
    : unavailable(cause);
