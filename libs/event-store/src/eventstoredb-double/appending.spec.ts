import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { ANY, NO_STREAM, STREAM_EXISTS } from '@eventstore/db-client';
import type { AppendExpectedRevision, JSONEventData } from '@eventstore/db-client';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import { alone, Asked, event, someEvents, until } from './client.fixture.js';
import { identifierOf } from './wire/events.js';

describe.each([
  ['in a call of its own', alone],
  ['in a call that many share', {}],
])('the double, appending %s,', (_, how) => {
  let on: Asked;
  beforeEach(async () => {
    on = await Asked.started();
  });
  afterEach(() => on.dispose());

  const append = (
    expectedRevision: AppendExpectedRevision,
    events: JSONEventData | JSONEventData[],
    stream = 's',
  ) => on.client.appendToStream(stream, events, { expectedRevision, ...how });

  it('answers with the last revision and its position', async () => {
    const first = await append(NO_STREAM, someEvents(2));
    const second = await append(1n, event());
    expect([first.nextExpectedRevision, second.nextExpectedRevision]).toStrictEqual([1n, 2n]);
    const positions = on.double.log.all.slice(-2).map(({ position }) => BigInt(position));
    expect([first.position?.commit, second.position?.commit]).toStrictEqual(positions);
    expect(second.position?.prepare).toBe(positions[1]);
  });

  it('answers the same ids at the same exact revision as the first time', async () => {
    const same = someEvents(2);
    const first = await append(NO_STREAM, same);
    await append(1n, someEvents(3));
    expect(await append(NO_STREAM, same)).toStrictEqual(first);
    expect(on.log).toHaveLength(5);
  });

  it.each([
    ['no stream', NO_STREAM],
    ['any', ANY],
  ] as const)('refuses ids that stand there only in part, with %s', async (__, expected) => {
    const same = someEvents(2);
    await append(expected, same);
    await expect(append(expected, [...same, event()])).rejects.toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: 1n,
    });
    expect(on.log).toHaveLength(2);
  });

  it('knows ids without an exact revision only until it is started again', async () => {
    const same = event();
    await append(ANY, same);
    expect(await append(ANY, same)).toMatchObject({ nextExpectedRevision: 0n });
    on.double.stop();
    await on.double.start();
    await append(ANY, same).catch(() => append(ANY, same));
    expect(on.log).toHaveLength(2);
  });

  it('writes known ids again behind a first one that is not known', async () => {
    const known = event();
    await append(ANY, known);
    await append(ANY, [event(), known]);
    expect(on.log).toHaveLength(3);
  });

  it('says where the stream is when it is not where it was expected', async () => {
    await append(NO_STREAM, someEvents(3));
    for (const expected of [NO_STREAM, 0n, 7n] as const) {
      await expect(append(expected, event())).rejects.toMatchObject({
        type: 'wrong-expected-version',
        streamName: 's',
        expectedVersion: expected,
        actualVersion: 2n,
      });
    }
    for (const expected of [0n, STREAM_EXISTS] as const) {
      await expect(append(expected, event(), 'missing')).rejects.toMatchObject({
        expectedVersion: expected,
        actualVersion: 'no_stream',
      });
    }
  });

  it('takes an append of nothing where the revision fits', async () => {
    expect(await append(NO_STREAM, [])).toMatchObject({ nextExpectedRevision: 0n });
    await append(NO_STREAM, someEvents(2));
    expect(await append(1n, [])).toMatchObject({ nextExpectedRevision: 1n });
    await expect(append(0n, [])).rejects.toMatchObject({ type: 'wrong-expected-version' });
  });

  it('writes an id twice that comes twice in one append', async () => {
    const same = event();
    await append(NO_STREAM, [same, same]);
    expect(on.log).toHaveLength(2);
    expect(await append(NO_STREAM, [same, same])).toMatchObject({ nextExpectedRevision: 1n });
    expect(await append(ANY, same)).toMatchObject({ nextExpectedRevision: 0n });
  });

  it('refuses what is too large in total, and takes a message above 4 MB elsewhere', async () => {
    const large = { ...event(), data: { text: 'x'.repeat(1_048_576) } };
    await expect(append(NO_STREAM, large)).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
      maxAppendSize: 1_048_576,
    });
    const newer = await Asked.started({ version: '25.1' });
    const larger = { ...event(), data: { text: 'x'.repeat(5_000_000) } };
    await newer.client.appendToStream('s', larger, { expectedRevision: NO_STREAM, ...how });
    await newer.dispose();
  });

  it('is refused for a stream that was tombstoned', async () => {
    await append(NO_STREAM, event());
    await on.client.tombstoneStream('s');
    await expect(append(0n, event())).rejects.toMatchObject({ type: 'stream-deleted' });
    await expect(append(ANY, event())).rejects.toMatchObject({ type: 'stream-deleted' });
  });

  it('lets a deleted stream go on behind its old revisions, and says so in its metadata', async () => {
    await append(NO_STREAM, someEvents(2));
    await on.client.deleteStream('s');
    await expect(append(STREAM_EXISTS, event())).rejects.toMatchObject({ type: 'stream-deleted' });
    expect(await append(NO_STREAM, event())).toMatchObject({ nextExpectedRevision: 2n });
    expect(on.log.slice(2)).toStrictEqual(['$$s $metadata', 's Happened', '$$s $metadata']);
    const { metadata } = await on.client.getStreamMetadata('s');
    expect(metadata).toMatchObject({ truncateBefore: 2 });
  });

  it('keeps one append together, and gives every event a moment of its own', async () => {
    await Promise.all(['a', 'b', 'c'].map((stream) => append(NO_STREAM, someEvents(3), stream)));
    const streamsInOrder = on.double.log.all.slice(1).map(({ stream }) => stream);
    for (const index of [0, 3, 6]) {
      expect(new Set(streamsInOrder.slice(index, index + 3)).size).toBe(1);
    }
    const created = on.double.log.all.map(({ createdTicks }) => createdTicks);
    expect(new Set(created).size).toBe(created.length);
  });
});

describe('the double, appending', () => {
  let on: Asked;
  beforeEach(async () => {
    on = await Asked.started();
  });
  afterEach(() => on.dispose());

  const inBatch = (stream: string, expectedRevision: AppendExpectedRevision = NO_STREAM) =>
    on.client.appendToStream(stream, event(), { expectedRevision });

  it('writes nothing of a call that is broken off half-way', async () => {
    let broken: (error: unknown) => void = () => undefined;
    const failed = new Promise((resolve) => (broken = resolve));
    const call = on.bare.append((error) => {
      broken(error);
    });
    const options = new streams.AppendReq.Options().setStreamIdentifier(identifierOf('s'));
    call.write(new streams.AppendReq().setOptions(options.setAny(new shared.Empty())));
    for (let sent = 0; sent < 300; sent++) {
      const message = new streams.AppendReq.ProposedMessage();
      message.setId(new shared.UUID().setString(event().id)).setData(Buffer.alloc(2_000));
      message.getMetadataMap().set('type', 'Half').set('content-type', 'application/json');
      call.write(new streams.AppendReq().setProposedMessage(message));
      if (sent % 20 === 0) await turnOfTheLoop();
    }
    call.cancel();
    expect(await failed).toMatchObject({ code: 1 });
    await on.client.appendToStream('after', event(), alone);
    expect(on.log).toStrictEqual(['after Happened']);
  });

  it('refuses an event without a type, with the trailers from which the client knows it', async () => {
    const call = on.bare.append((error) => {
      refused(error?.metadata.getMap());
    });
    let refused: (trailers: unknown) => void = () => undefined;
    const trailers = new Promise((resolve) => (refused = resolve));
    const message = new streams.AppendReq.ProposedMessage();
    message.setId(new shared.UUID().setString(event().id));
    call.write(new streams.AppendReq().setProposedMessage(message));
    call.end();
    expect(await trailers).toMatchObject({
      exception: 'missing-required-metadata-property',
      'required-metadata-properties': 'type,content-type',
    });
  });

  it('ends a batch with an error for everybody in it when it is not the leader', async () => {
    on.double.faults.order('batch', 'silence');
    const waiting = inBatch('a');
    await until(() => on.double.calls.batch === 1, 'the first append came in');
    on.double.faults.order('batch', 'not-leader');
    await expect(inBatch('b')).rejects.toMatchObject({ type: 'not-leader' });
    await expect(waiting).rejects.toMatchObject({ type: 'not-leader' });
  });

  it('answers a batch as the appends are done, not as they came', async () => {
    on.double.faults.order('batch', 'late-answer', { stream: 'slow' });
    let answered = false;
    const slow = inBatch('slow').then(() => (answered = true));
    await until(() => on.double.faults.heldBack === 1, 'the slow one is held back');
    await inBatch('fast');
    expect(answered).toBe(false);
    on.double.faults.release();
    await slow;
    expect(on.double.calls.features).toBe(1);
  });

  it('answers an append in a batch twice where that defect is ordered, and once otherwise', async () => {
    const call = on.bare.batchAppend();
    const answered: (string | undefined)[] = [];
    call.on('data', (answer: BatchAppendResp) =>
      answered.push(answer.getCorrelationId()?.getString()),
    );
    call.on('error', () => undefined);
    const ask = (id: string) => {
      const options = new streams.BatchAppendReq.Options()
        .setStreamIdentifier(identifierOf('s'))
        .setAny(new empty.Empty());
      const request = new streams.BatchAppendReq().setCorrelationId(
        new shared.UUID().setString(id),
      );
      call.write(request.setOptions(options).setIsFinal(true));
    };
    on.double.faults.order('batch', 'second-answer');
    for (const id of ['one', 'two']) ask(id);
    await until(() => answered.includes('two'), 'both were answered');
    expect(answered).toStrictEqual(['one', 'one', 'two']);
    call.cancel();
  });

  it('says in a batch that it is not ready, and with an error elsewhere', async () => {
    on.double.faults.order('batch', 'not-ready');
    await expect(inBatch('a')).rejects.toMatchObject({
      type: 'unknown',
      message: 'Could not recognize Server Is Not Ready',
    });
    on.double.faults.order('append', 'not-ready');
    await expect(on.client.appendToStream('a', event(), alone)).rejects.toMatchObject({
      type: 'unavailable',
    });
  });

  it('fails before a batch begins with an error that is no error of the client', async () => {
    on.double.faults.order('features', 'not-ready');
    const failed = await inBatch('a').catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 14 });
    expect(failed).not.toHaveProperty('type');
  });

  it('takes the deadline of a batch by its own clock', async () => {
    const ahead = await Asked.started({ clockAheadMs: 11_000 });
    await expect(
      ahead.client.appendToStream('a', event(), { expectedRevision: NO_STREAM }),
    ).rejects.toMatchObject({ type: 'deadline-exceeded' });
    await ahead.client.appendToStream('a', event(), { expectedRevision: NO_STREAM, ...alone });
    await ahead.dispose();
  });

  it('folds every content type but JSON into one, and ids into lower case', async () => {
    const id = '0B0F2C7E-8A53-4C6B-9F53-1F0E7C9D2A11';
    await on.client.appendToStream(
      's',
      [{ ...event(), contentType: 'application/octet-stream', data: Buffer.from('x') }, event(id)],
      alone,
    );
    const read = [];
    for await (const resolved of on.client.readStream('s')) read.push(resolved.event);
    expect(read.map((one) => one?.isJson)).toStrictEqual([false, true]);
    expect(read[1]?.id).toBe(id.toLowerCase());
  });
});
