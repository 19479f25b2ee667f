import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { JSONEventData } from '@eventstore/db-client';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { credentials } from '@grpc/grpc-js';
import type { ClientReadableStream } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { EventStoreDbDouble } from './index.js';
import type { DoubleOptions } from './index.js';
import { identifierOf } from './wire/events.js';

export const event = (id: string = randomUUID()): JSONEventData =>
  jsonEvent({ id, type: 'Happened', data: { id }, metadata: {} });

export const someEvents = (count: number): JSONEventData[] =>
  Array.from({ length: count }, () => event());

/** What the client passes so that it appends in a call of its own. */
export const alone = { credentials: { username: 'nobody', password: 'nobody' } };

/** What a subscription or a read was told, message by message, as far as it went. */
export class Told {
  readonly messages: ReadResp[] = [];
  error?: Error & { readonly code?: number };
  ended = false;

  constructor(private readonly call: ClientReadableStream<ReadResp>) {
    call.on('data', (message: ReadResp) => this.messages.push(message));
    call.on('error', (error) => (this.error = error));
    call.on('end', () => (this.ended = true));
  }

  /** The kinds of message, in order: events by their stream. */
  get kinds(): string[] {
    return this.messages.map((message) => {
      if (message.hasConfirmation()) return 'confirmation';
      if (message.hasCaughtUp()) return 'caught up';
      if (message.hasFellBehind()) return 'fell behind';
      if (message.hasStreamNotFound()) return 'not found';
      if (message.hasCheckpoint()) return 'checkpoint';
      const name = message.getEvent()?.getEvent()?.getStreamIdentifier()?.getStreamName_asU8();
      return Buffer.from(name ?? []).toString();
    });
  }

  get checkpoints(): string[] {
    return this.messages.flatMap((message) => {
      const at = message.getCheckpoint();
      return at ? [`${at.getCommitPosition()}/${at.getPreparePosition()}`] : [];
    });
  }

  count(kind: string): number {
    return this.kinds.filter((one) => one === kind).length;
  }

  pause(): void {
    this.call.pause();
  }

  resume(): void {
    this.call.resume();
  }

  cancel(): void {
    this.call.cancel();
  }
}

/** A double, with the real client and a bare one on it. */
export class Asked {
  readonly client: EventStoreDBClient;
  readonly bare: StreamsClient;
  private readonly open: Told[] = [];

  private constructor(readonly double: EventStoreDbDouble) {
    this.client = EventStoreDBClient.connectionString(double.url);
    const address = new URL(double.url.replace('esdb:', 'http:')).host;
    this.bare = new grpc.StreamsClient(address, credentials.createInsecure());
  }

  static async started(options: DoubleOptions = {}): Promise<Asked> {
    return new Asked(await EventStoreDbDouble.started(options));
  }

  /** Names in the log, in order, without what the server wrote at first. */
  get log(): string[] {
    return this.double.log.all.slice(1).map(({ stream, type }) => `${stream} ${type}`);
  }

  subscribe(set: (options: ReadReq.Options) => void): Told {
    return this.read((options) => {
      options.setSubscription(new streams.ReadReq.Options.SubscriptionOptions());
      set(options);
    });
  }

  read(set: (options: ReadReq.Options) => void): Told {
    const options = new streams.ReadReq.Options()
      .setUuidOption(new streams.ReadReq.Options.UUIDOption().setString(new shared.Empty()))
      .setNoFilter(new shared.Empty());
    set(options);
    const told = new Told(this.bare.read(new streams.ReadReq().setOptions(options)));
    this.open.push(told);
    return told;
  }

  async dispose(): Promise<void> {
    for (const told of this.open) told.cancel();
    await this.client.dispose();
    this.bare.close();
    this.double.stop();
  }
}

/** Everything behind a position, in streams with these prefixes if any are given. */
export const all =
  (after: 'start' | 'end' | { commit: number; prepare: number }, prefixes?: string[]) =>
  (options: ReadReq.Options): void => {
    const from = new streams.ReadReq.Options.AllOptions();
    if (after === 'start') from.setStart(new shared.Empty());
    else if (after === 'end') from.setEnd(new shared.Empty());
    else {
      const { commit, prepare } = after;
      const position = new streams.ReadReq.Options.Position();
      from.setPosition(
        position.setCommitPosition(String(commit)).setPreparePosition(String(prepare)),
      );
    }
    options.setAll(from);
    if (!prefixes) return;
    const { FilterOptions } = streams.ReadReq.Options;
    const filter = new FilterOptions()
      .setStreamIdentifier(new FilterOptions.Expression().setPrefixList(prefixes))
      .setCount(new shared.Empty())
      .setCheckpointintervalmultiplier(1);
    options.setFilter(filter);
  };

/** A stream from a revision on. */
export const ofStream =
  (name: string) =>
  (options: ReadReq.Options): void => {
    const from = new streams.ReadReq.Options.StreamOptions();
    options.setStream(from.setStreamIdentifier(identifierOf(name)).setStart(new shared.Empty()));
  };

/** Waits until this holds, for four seconds at most. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  const limit = Date.now() + 4_000;
  while (!holds()) {
    if (Date.now() > limit) throw new Error(`it never came to this: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
