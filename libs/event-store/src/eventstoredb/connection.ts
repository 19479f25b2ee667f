import {
  BACKWARDS,
  EventStoreDBClient,
  FORWARDS,
  NO_STREAM,
  streamNameFilter,
} from '@eventstore/db-client';
import type {
  AllStreamResolvedEvent,
  AllStreamSubscription,
  EventData,
  ReadRevision,
  ResolvedEvent,
  StreamMetadata,
} from '@eventstore/db-client';
import type { Position } from '../events.js';
import type { Address, Credentials } from './address.js';
import { answeredWithin, readThrough } from './deadlines.js';
import { isAnswer, isMissingStream, unavailable } from './failures.js';
import { END, logPositionOf } from './positions.js';

/** How many events the server looks at, at most, before it tells a subscription how far it is. */
const checkpointEvents = 1_000;

/** A server without TLS takes no credentials; the client leaves these away then. */
const nobody: Credentials = { username: 'nobody', password: 'nobody' };

/**
 * The client, with a deadline around every call, because it has none itself that always holds. A call that was given up may still be
 * carried out.
 */
export class Connection {
  private readonly client: EventStoreDBClient;
  private readonly credentials: Credentials;
  /** True after a failure, until the server answered again. */
  lost = false;

  constructor(
    address: Address,
    private readonly callMs: number,
  ) {
    this.client = EventStoreDBClient.connectionString(address.url);
    this.credentials = address.credentials ?? nobody;
  }

  /**
   * Appends behind a revision, `undefined` for a stream that must not exist.
   * @throws whatever the client says, NoAnswer when it says nothing
   */
  async append(
    stream: string,
    revision: number | undefined,
    events: readonly EventData[],
  ): Promise<void> {
    const appending = this.client.appendToStream(stream, [...events], {
      expectedRevision: revision === undefined ? NO_STREAM : BigInt(revision),
      // With credentials the client appends in a call of its own, not in one that the whole process shares.
      credentials: this.credentials,
      requiresLeader: true,
      deadline: this.callMs,
    });
    await this.contact(answeredWithin(this.callMs, appending));
  }

  /** What the server does with a stream, in place of what it was told before. @throws whatever the client says, NoAnswer */
  async setMetadata(stream: string, metadata: StreamMetadata): Promise<void> {
    const setting = this.client.setStreamMetadata(stream, metadata, {
      ...this.asLeader,
      deadline: this.callMs,
    });
    await this.contact(answeredWithin(this.callMs, setting));
  }

  /** One page of a stream; empty where there is none. @throws StoreUnavailable */
  async readStream(
    stream: string,
    { backwards = false, from, count }: { backwards?: boolean; from?: number; count: number },
  ): Promise<ResolvedEvent[]> {
    const fromRevision: ReadRevision =
      from === undefined ? (backwards ? 'end' : 'start') : BigInt(from);
    const events: ResolvedEvent[] = [];
    const reading = this.client.readStream(stream, {
      direction: backwards ? BACKWARDS : FORWARDS,
      fromRevision,
      maxCount: count,
      ...this.asLeader,
    });
    try {
      await this.contact(readThrough(reading, this.callMs, (event) => events.push(event) > 0));
    } catch (error) {
      if (!isMissingStream(error)) throw unavailable(error);
    }
    return events;
  }

  /**
   * Reads everything from this position on, what stands there included, until `take` says that it has enough.
   * @returns true when it got to the end of all events before `count` of them
   * @throws whatever the client says, NoAnswer when it says nothing
   */
  async readAll(
    from: Position,
    count: number,
    take: (event: AllStreamResolvedEvent) => boolean,
  ): Promise<boolean> {
    let read = 0;
    const options = { fromPosition: logPositionOf(from), maxCount: count, ...this.asLeader };
    const reading = readThrough(this.client.readAll(options), this.callMs, (event) => {
      read += 1;
      return take(event);
    });
    return (await this.contact(reading)) && read < count;
  }

  /** The last events of all, the newest first. @throws StoreUnavailable */
  async readBack(count: number, before?: Position): Promise<AllStreamResolvedEvent[]> {
    const events: AllStreamResolvedEvent[] = [];
    const fromPosition = before === undefined ? END : logPositionOf(before);
    const reading = this.client.readAll({
      direction: BACKWARDS,
      fromPosition,
      maxCount: count,
      ...this.asLeader,
    });
    try {
      await this.contact(readThrough(reading, this.callMs, (event) => events.push(event) > 0));
    } catch (error) {
      throw unavailable(error);
    }
    return events;
  }

  /**
   * Everything behind a position in streams with these prefixes, then live. It has to be let go of.
   * @param onProgress called when it was confirmed, and from time to time while nothing passes
   */
  subscribe(after: Position, prefixes: string[], onProgress: () => void): AllStreamSubscription {
    const subscription = this.client.subscribeToAll({
      fromPosition: logPositionOf(after),
      filter: streamNameFilter({
        prefixes,
        maxSearchWindow: checkpointEvents,
        checkpointInterval: 1,
        // Only a sign of life: how far the server is says nothing about what was handled here.
        checkpointReached: () => {
          onProgress();
          return Promise.resolve();
        },
      }),
      credentials: this.credentials,
    });
    subscription.on('confirmation', () => {
      this.lost = false;
      onProgress();
    });
    return subscription;
  }

  async close(): Promise<void> {
    await answeredWithin(this.callMs, this.client.dispose()).catch(() => undefined);
  }

  private get asLeader() {
    return { credentials: this.credentials, requiresLeader: true };
  }

  /** Notices whether the server answers. */
  private async contact<T>(call: Promise<T>): Promise<T> {
    try {
      const answer = await call;
      this.lost = false;
      return answer;
    } catch (error) {
      this.lost = !isAnswer(error);
      throw error;
    }
  }
}
