import { InMemoryEventStore } from '@roadbook/event-store/memory';
import type { Checkpoints } from '@roadbook/read-model';
import { InMemoryCheckpoints } from '@roadbook/read-model/memory';
import { Journey } from '../projections/journey.fixture.js';
import { tellTo } from '../projections/story.fixture.js';
import { Reactor } from './reactor.js';

const silent = { log: () => undefined, error: () => undefined, warn: () => undefined };

async function settledOver(checkpoints: Checkpoints, store: InMemoryEventStore): Promise<string[]> {
  const seen: string[] = [];
  const reactions = {
    to: ({ type }: { type: string }) => {
      seen.push(type);
      return Promise.resolve();
    },
  };
  const reactor = new Reactor(store, checkpoints, reactions, silent);
  await reactor.start();
  await reactor.settled();
  await reactor.stop();
  return seen;
}

describe('the reactor', () => {
  it('reacts to an event once, also over several starts', async () => {
    const store = new InMemoryEventStore();
    const checkpoints = new InMemoryCheckpoints();
    await tellTo(store, new Journey().register().goLive('1.0.0').log);
    expect((await settledOver(checkpoints, store)).length).toBeGreaterThan(0);
    expect(await settledOver(checkpoints, store)).toStrictEqual([]);
  });

  it('remembers how far it came through events from which nothing follows', async () => {
    const store = new InMemoryEventStore();
    const checkpoints = new InMemoryCheckpoints();
    await tellTo(store, new Journey().register().plan('1.0.0').log);
    expect(await settledOver(checkpoints, store)).toStrictEqual([]);
    expect(await checkpoints.get('reactions')).toBe(await store.head());
  });
});
