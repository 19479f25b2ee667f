import { events, somebody } from './contract/fixtures.js';
import { InMemoryEventStore } from './memory/index.js';
import { verify } from './verify.js';

// What it finds in a store that somebody tampered with is shown on real files, in embedded/.
describe('verify', () => {
  it('finds nothing in an empty store', async () => {
    expect(await verify(new InMemoryEventStore())).toStrictEqual({
      events: 0,
      streams: 0,
      inStream: undefined,
      inOrder: undefined,
    });
  });

  it('reads page after page and tells how far it is', async () => {
    const store = new InMemoryEventStore();
    for (const stream of ['a', 'b', 'c']) {
      await store.append(stream, undefined, events(500), somebody);
    }
    const progress: number[] = [];
    const result = await verify(store, (count) => progress.push(count));
    expect(result).toMatchObject({ events: 1500, streams: 3, inStream: undefined });
    expect(progress).toStrictEqual([1000, 1500]);
  });
});
