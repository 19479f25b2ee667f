import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { NewEvent, StoredEvent } from '@roadbook/event-store';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { InMemoryCheckpoints } from '@roadbook/read-model/memory';
import { Follower } from './follower.js';
import type { Followed, UpTo } from './follower.js';

const somebody = {
  recordedAt: '2026-03-01T10:00:00.000Z',
  actor: 'actor-1',
  role: 'cio',
  commandId: 'command-1',
  correlationId: 'correlation-1',
};
const anEvent = (type: string): NewEvent => ({
  id: randomUUID(),
  type,
  schemaVersion: 1,
  data: {},
});
const limitMs = 5_000;

async function until(holds: () => boolean): Promise<void> {
  const endMs = Date.now() + limitMs;
  while (!holds()) {
    if (Date.now() > endMs) throw new Error(`it did not come true within ${String(limitMs)} ms`);
    await pause(1);
  }
}

describe('a follower', () => {
  let store: InMemoryEventStore;
  let checkpoints: InMemoryCheckpoints;
  let logged: unknown[][];
  const followers: Follower[] = [];
  beforeEach(() => {
    store = new InMemoryEventStore();
    checkpoints = new InMemoryCheckpoints();
    logged = [];
  });
  afterEach(async () => {
    await Promise.all(followers.splice(0).map((follower) => follower.stop()));
  });

  const happened = async (...types: string[]) => {
    for (const type of types)
      await store.append(randomUUID(), undefined, [anEvent(type)], somebody);
  };
  const following = async (
    carryOut: Followed['carryOut'],
    { types, restMs }: Pick<Followed, 'types' | 'restMs'> = { types: ['Merged'] },
  ) => {
    const follower = new Follower(
      { name: 'sample', types, carryOut, restMs, failed: 'it failed; it is tried again' },
      { store, checkpoints, logger: { error: (...said: unknown[]) => logged.push(said) } },
    );
    followers.push(follower);
    await follower.start();
    return follower;
  };
  /** Writes down which events it was given. */
  const noting = (seen: number[]) => (events: readonly StoredEvent[]) => {
    seen.push(...events.map(({ position }) => position));
    return Promise.resolve();
  };

  it('carries out what follows from the past, then from what comes', async () => {
    const seen: number[] = [];
    await happened('Merged', 'Merged');
    const follower = await following(noting(seen));
    await follower.caughtUp(limitMs);
    await happened('Merged');
    expect(await follower.caughtUp(limitMs)).toBe(true);
    expect(seen).toStrictEqual([0, 1, 2]);
    expect(await checkpoints.get('sample')).toBe(2);
  });

  it('looks at the events that something follows from only, or at all', async () => {
    const [some, all]: [number[], number[]] = [[], []];
    await happened('Merged', 'Planned', 'Merged');
    await (await following(noting(some))).caughtUp(limitMs);
    checkpoints = new InMemoryCheckpoints();
    await (await following(noting(all), {})).caughtUp(limitMs);
    expect({ some, all }).toStrictEqual({ some: [0, 2], all: [0, 1, 2] });
  });

  it('goes on where it stopped', async () => {
    const seen: number[] = [];
    await happened('Merged', 'Merged');
    const before = await following(noting(seen));
    await before.caughtUp(limitMs);
    await before.stop();
    await happened('Merged');
    await (await following(noting(seen))).caughtUp(limitMs);
    expect(seen).toStrictEqual([0, 1, 2]);
  });

  it('keeps its place also where nothing follows from the events', async () => {
    await happened('Planned', 'Planned');
    const follower = await following(noting([]));
    await follower.caughtUp(limitMs);
    await follower.stop();
    expect(await checkpoints.get('sample')).toBe(1);
  });

  it('rests behind what it carried out, so that the next events are carried out as one, until somebody waits', async () => {
    const together: number[][] = [];
    const follower = await following(
      (events) => {
        together.push(events.map(({ position }) => position));
        return Promise.resolve();
      },
      { restMs: 3_600_000 },
    );
    await happened('Merged');
    await until(() => together.length === 1);
    await happened('Merged', 'Planned', 'Merged');
    expect(together).toStrictEqual([[0]]);
    expect(await follower.caughtUp(limitMs)).toBe(true);
    expect(together).toStrictEqual([[0], [1, 2, 3]]);
  });

  it('tries again what failed, and says so meanwhile', async () => {
    const attempts: number[][] = [];
    let failing = true;
    await happened('Merged', 'Merged');
    const follower = await following((events) => {
      attempts.push(events.map(({ position }) => position));
      if (failing) return Promise.reject(new Error('the other side is away'));
      return Promise.resolve();
    });
    expect(await follower.caughtUp(20)).toBe(false);
    expect(follower.isRetrying).toBe(true);
    expect(await checkpoints.get('sample')).toBe(-1);
    failing = false;
    expect(await follower.caughtUp(limitMs)).toBe(true);
    expect(follower.isRetrying).toBe(false);
    expect(new Set(attempts.map(String))).toStrictEqual(new Set(['0,1']));
    expect(logged[0]).toStrictEqual([
      'it failed; it is tried again',
      new Error('the other side is away'),
    ]);
  });

  it('does not repeat what was kept before the failure', async () => {
    const done: number[] = [];
    let failing = true;
    await happened('Merged', 'Merged', 'Merged');
    const follower = await following(async (events: readonly StoredEvent[], upTo: UpTo) => {
      for (const { position } of events) {
        if (failing && position === 2) {
          failing = false;
          throw new Error('the other side is away');
        }
        done.push(position);
        await upTo(position);
      }
    });
    await follower.caughtUp(limitMs);
    expect(done).toStrictEqual([0, 1, 2]);
  });

  it('finishes what is under way when it is stopped, and keeps it', async () => {
    let finish!: () => void;
    let begun!: () => void;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    await happened('Merged');
    const follower = await following(
      () =>
        new Promise((resolve) => {
          finish = resolve;
          begun();
        }),
    );
    await hasBegun;
    const stopping = follower.stop();
    finish();
    await stopping;
    expect(await checkpoints.get('sample')).toBe(0);
  });

  it('lets nobody wait for one that is stopped', async () => {
    await happened('Merged');
    const follower = await following(() => Promise.reject(new Error('the other side is away')));
    const waiting = follower.caughtUp(limitMs);
    await follower.stop();
    expect(await waiting).toBe(true);
    expect(await follower.caughtUp(limitMs)).toBe(true);
  });
});
