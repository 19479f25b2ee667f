import { NO_STREAM } from '@eventstore/db-client';
import { all, alone, Asked, event, ofStream, someEvents, until } from './client.fixture.js';
import type { Told } from './client.fixture.js';
import type { Version } from './index.js';

describe('the double, subscribed to,', () => {
  let on: Asked;
  const start = async (version?: Version) => {
    on = await Asked.started({ ...(version && { version }) });
  };
  afterEach(() => on.dispose());

  const append = (stream: string, count: number) =>
    on.client.appendToStream(stream, someEvents(count), alone);
  const caughtUp = (told: Told, times = 1) =>
    until(() => told.count('caught up') === times, 'it caught up');
  const positions = () => on.double.log.all.map(({ position }) => position);
  const at = (index: number) => {
    const commit = positions()[index] ?? 0;
    return { commit, prepare: commit };
  };

  it('confirms, gives the past, says that it caught up, and goes on live', async () => {
    await start();
    await append('s', 2);
    const told = on.subscribe(all('start'));
    await caughtUp(told);
    await append('t', 1);
    await until(() => told.count('t') === 1, 'the live event came');
    expect(told.kinds).toStrictEqual(['confirmation', '$users', 's', 's', 'caught up', 't']);
  });

  it('begins behind the position, and with what comes from its end on', async () => {
    await start();
    await append('s', 3);
    const [behind, live] = [on.subscribe(all(at(2))), on.subscribe(all('end'))];
    await Promise.all([caughtUp(behind), caughtUp(live)]);
    await append('t', 1);
    await until(() => behind.count('t') === 1 && live.count('t') === 1, 'both were told');
    expect(behind.kinds).toStrictEqual(['confirmation', 's', 'caught up', 't']);
    expect(live.kinds).toStrictEqual(['confirmation', 'caught up', 't']);
  });

  it('refuses a position at which no event begins', async () => {
    await start();
    await append('s', 3);
    const { commit } = at(2);
    const told = on.subscribe(all({ commit: commit + 1, prepare: commit + 1 }));
    await until(() => told.error !== undefined, 'it was refused');
    expect(told.error).toMatchObject({ code: 3 });
    expect(told.kinds).toStrictEqual([]);
  });

  it('gives what passes the filter only, and nothing for no prefixes', async () => {
    await start();
    await append('a-1', 1);
    await append('b-1', 1);
    const told = on.subscribe(all('start', ['a-', '$us']));
    const nothing = on.subscribe(all('start', []));
    await Promise.all([caughtUp(told), caughtUp(nothing)]);
    expect(told.kinds.filter((kind) => kind !== 'checkpoint')).toStrictEqual([
      ...['confirmation', '$users', 'a-1', 'caught up'],
    ]);
    expect(nothing.count('a-1')).toBe(0);
  });

  it('counts for checkpoints what it looked at, at the ends of its pages, and once more in the end', async () => {
    await start();
    await append('other', 70);
    const told = on.subscribe(all('start', ['mine']));
    await caughtUp(told);
    expect(told.kinds).toStrictEqual([
      ...['confirmation', 'checkpoint', 'checkpoint', 'checkpoint', 'caught up'],
    ]);
    const starts = [0, 32, 64].map((index) => `${positions()[index]}/0`);
    expect(told.checkpoints).toStrictEqual(starts);
    await append('other', 33);
    await until(() => told.checkpoints.length === 4, 'a live checkpoint came');
    const considered = 71 - 64;
    const live = positions()[70 + 32 - considered];
    expect(told.checkpoints[3]).toBe(`${live}/${live}`);
  });

  it('says nothing of how far it is without a filter, and never that it fell behind', async () => {
    await start();
    await append('s', 100);
    const told = on.subscribe(all('start'));
    await caughtUp(told);
    expect([told.checkpoints, told.count('fell behind')]).toStrictEqual([[], 0]);
  });

  it('can resume with a checkpoint, and misses nothing', async () => {
    await start();
    await append('other', 40);
    await append('mine', 1);
    const told = on.subscribe(all('start', ['nobody']));
    await caughtUp(told);
    const [commit = 0, prepare = 0] = (told.checkpoints.at(-1) ?? '').split('/').map(Number);
    const resumed = on.subscribe(all({ commit, prepare }, ['mine']));
    await caughtUp(resumed);
    expect(resumed.count('mine')).toBe(1);
  });

  it.each<[Version, string]>([
    ['24.2', '18446744073709551615/18446744073709551615'],
    ['24.10', '0'],
  ])('has the last checkpoint of its version where nothing passed: %s', async (version, text) => {
    await start(version);
    await append('other', 3);
    const told = on.subscribe(all('start', ['mine']));
    await caughtUp(told);
    expect(told.checkpoints).toStrictEqual([text === '0' ? `${positions()[0]}/0` : text]);
  });

  it('does not say in its oldest version that it caught up, and leaves out the event at a position', async () => {
    await start('22.10');
    await append('s', 3);
    const told = on.subscribe(all(at(1), ['s']));
    await until(() => told.count('s') === 2, 'the past came');
    await append('s', 1);
    await until(() => told.count('s') === 3, 'the live event came');
    expect(told.kinds).toStrictEqual(['confirmation', 's', 's', 's']);
  });

  describe('by a client that takes nothing for a while', () => {
    const large = () => ({ ...event(), data: { text: 'x'.repeat(60_000) } });
    const flood = async (told: Told) => {
      await until(() => told.count('confirmation') === 1, 'it was confirmed');
      await on.client.appendToStream('s', event(), alone);
      await until(() => told.count('s') === 1, 'it is live');
      told.pause();
      for (let batch = 0; batch < 10; batch++) {
        await on.client.appendToStream('s', Array.from({ length: 10 }, large), alone);
      }
      told.resume();
    };

    it.each<Version>(['22.10', '23.10'])('drops it: %s', async (version) => {
      await start(version);
      const told = on.subscribe(all('end'));
      await flood(told);
      await until(() => told.error !== undefined, 'it was dropped');
      expect(told.error).toMatchObject({ code: 10 });
      expect(told.error?.message).toContain('Consumer too slow to handle event while live');
    });

    it.each<Version>(['24.10', '25.1'])(
      'reads for it again, and catches up again: %s',
      async (version) => {
        await start(version);
        const told = on.subscribe(all('end'));
        await flood(told);
        await until(() => told.count('s') === 101, 'everything came');
        expect(told.error).toBe(undefined);
        await until(() => told.count('caught up') >= 2, 'it caught up again');
      },
    );
  });

  it('follows one stream from a revision, also one that does not exist yet', async () => {
    await start();
    const told = on.subscribe(ofStream('s'));
    await caughtUp(told);
    await append('other', 1);
    await append('s', 2);
    await until(() => told.count('s') === 2, 'its events came');
    expect(told.kinds).toStrictEqual(['confirmation', 'caught up', 's', 's']);
  });

  it('ends with an error when the stream is tombstoned, and begins with none', async () => {
    await start();
    await append('s', 1);
    const told = on.subscribe(ofStream('s'));
    await caughtUp(told);
    await on.client.tombstoneStream('s');
    await until(() => told.error !== undefined, 'it ended');
    expect(told.error).toMatchObject({ code: 9 });
    const late = on.subscribe(ofStream('s'));
    await until(() => late.error !== undefined, 'it was refused');
    expect(late.kinds).toStrictEqual([]);
  });

  it('stays quiet about an event that was appended again', async () => {
    await start();
    const same = event();
    const told = on.subscribe(all('end'));
    await caughtUp(told);
    const options = { expectedRevision: NO_STREAM, ...alone } as const;
    await on.client.appendToStream('s', same, options);
    await on.client.appendToStream('s', same, options);
    await append('t', 1);
    await until(() => told.count('t') === 1, 'what came after was told');
    expect(told.count('s')).toBe(1);
  });
});
