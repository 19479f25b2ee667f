import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  FORWARDS,
  NO_STREAM,
  START,
} from '@eventstore/db-client';
import type { AllStreamResolvedEvent, ReadPosition, ResolvedEvent } from '@eventstore/db-client';
import { alone, all, Asked, ofStream, someEvents, until } from './client.fixture.js';

describe('the double, reading', () => {
  let on: Asked;
  beforeEach(async () => {
    on = await Asked.started();
    await on.client.appendToStream('s', someEvents(3), { expectedRevision: NO_STREAM, ...alone });
    await on.client.appendToStream('t', someEvents(2), alone);
  });
  afterEach(() => on.dispose());

  const revisions = async (options: Parameters<typeof on.client.readStream>[1], name = 's') => {
    const read: number[] = [];
    for await (const { event } of on.client.readStream(name, options))
      read.push(Number(event?.revision));
    return read;
  };
  const streamsIn = async (fromPosition: ReadPosition, direction: 'forwards' | 'backwards') => {
    const read: AllStreamResolvedEvent[] = [];
    for await (const event of on.client.readAll({ fromPosition, direction })) read.push(event);
    return read.map(({ event }) => event?.streamId);
  };
  const positionOf = (index: number) => {
    const commit = BigInt(on.double.log.all[index]?.position ?? 0);
    return { commit, prepare: commit };
  };

  it('goes through a stream in both directions, its first revision included', async () => {
    expect(await revisions({ fromRevision: 1n })).toStrictEqual([1, 2]);
    expect(await revisions({ fromRevision: 9n })).toStrictEqual([]);
    expect(await revisions({ direction: BACKWARDS, fromRevision: END })).toStrictEqual([2, 1, 0]);
    expect(await revisions({ direction: BACKWARDS, fromRevision: 9n })).toStrictEqual([2, 1, 0]);
    expect(await revisions({ direction: BACKWARDS, fromRevision: 1n })).toStrictEqual([1, 0]);
    expect(await revisions({ direction: BACKWARDS, fromRevision: START })).toStrictEqual([0]);
    expect(await revisions({ maxCount: 2 })).toStrictEqual([0, 1]);
    await expect(revisions({ fromRevision: END })).rejects.toThrow('ReadStreamResult: Error');
    await expect(revisions({ maxCount: 0 })).rejects.toThrow('ReadStreamResult: Error');
  });

  it('says of a missing stream so in a message, of a tombstoned one in an error', async () => {
    const told = on.read((options) => {
      ofStream('missing')(options);
      options.setCount('1');
    });
    await until(() => told.ended, 'it ended');
    expect(told.kinds).toStrictEqual(['not found']);
    expect(told.error).toBe(undefined);
    await expect(revisions({}, 'missing')).rejects.toMatchObject({ type: 'stream-not-found' });
    await on.client.tombstoneStream('s');
    await expect(revisions({})).rejects.toMatchObject({ type: 'stream-deleted', streamName: 's' });
  });

  it('shows nothing of a deleted stream, and all of its events among everything', async () => {
    await on.client.deleteStream('s');
    await expect(revisions({})).rejects.toMatchObject({ type: 'stream-not-found' });
    expect(await streamsIn(START, FORWARDS)).toStrictEqual([
      '$users',
      's',
      's',
      's',
      't',
      't',
      '$$s',
    ]);
    await on.client.appendToStream('s', someEvents(2), { expectedRevision: 2n, ...alone });
    expect(await revisions({})).toStrictEqual([3, 4]);
  });

  it.each([
    [{ maxCount: 2 }, [1, 2]],
    [{ truncateBefore: 2 }, [2]],
    [{ truncateBefore: 3 }, []],
  ])('hides what the metadata say at once, and without a word: %j', async (metadata, shown) => {
    await on.client.setStreamMetadata('s', metadata);
    expect(await revisions({})).toStrictEqual(shown);
  });

  it('reads everything with what stands at the position forwards, and without it backwards', async () => {
    expect(await streamsIn(positionOf(3), FORWARDS)).toStrictEqual(['s', 't', 't']);
    expect(await streamsIn(positionOf(3), BACKWARDS)).toStrictEqual(['s', 's', '$users']);
    expect(await streamsIn(END, FORWARDS)).toStrictEqual([]);
    expect(await streamsIn(END, BACKWARDS)).toHaveLength(6);
    const { commit } = positionOf(5);
    const beyond = { commit: commit + 100_000n, prepare: commit + 100_000n };
    expect(await streamsIn(beyond, FORWARDS)).toStrictEqual([]);
  });

  it('refuses a position at which no event begins', async () => {
    const { commit } = positionOf(3);
    const inside = { commit: commit + 1n, prepare: commit + 1n };
    await expect(streamsIn(inside, FORWARDS)).rejects.toThrow('ReadAllResult: InvalidPosition');
  });

  it('gives an event the same position wherever it is met, far apart and not from 0 on', async () => {
    const ofStream: ResolvedEvent[] = [];
    for await (const event of on.client.readStream('s')) ofStream.push(event);
    const positions = ofStream.map(({ event, commitPosition }) => {
      expect(event?.position?.commit).toBe(commitPosition);
      return commitPosition;
    });
    expect(positions).toStrictEqual([1, 2, 3].map((index) => positionOf(index).commit));
    expect(positionOf(0).commit).toBeGreaterThan(0n);
    expect(Number(positionOf(2).commit - positionOf(1).commit)).toBeGreaterThan(100);
  });

  it('never ends a read of everything that asks for no events', async () => {
    const told = on.read((options) => {
      all('start')(options);
      options.setCount('0');
    });
    await on.client.appendToStream('t', someEvents(1), alone);
    expect([told.messages.length, told.ended]).toStrictEqual([0, false]);
  });

  it('tells where the leader is, to who looks for a cluster', async () => {
    const host = new URL(on.double.url.replace('esdb:', 'http:')).host;
    const client = EventStoreDBClient.connectionString(`esdb+discover://${host}?tls=false`);
    await client.appendToStream('u', someEvents(1), alone);
    await client.dispose();
    expect(on.log.at(-1)).toBe('u Happened');
  });
});
