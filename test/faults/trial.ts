import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { StoredEvent } from '@roadbook/event-store';
import { freePort } from '../../scripts/kafka/free-port.mjs';
import { SqliteEventStore } from '@roadbook/event-store/embedded';
import { AccountingClient } from './acknowledged.js';
import type { Book } from './acknowledged.js';
import { everyEvent } from '@roadbook/service/tools';
import { claimsLeft } from './claims.js';
import { everything } from './everything.js';
import { Killings, rebuild, waysToDie } from './killings.js';
import type { WayToDie } from './killings.js';
import { randomNumbers } from './random-numbers.js';
import type { Ended } from './service-process.js';
import { UnderWay } from './under-way.js';
import { Walker } from './walker.js';

const walkersUnderFire = 4;
const undisturbedReleases = 3;
const settledMsMax = 30_000;
const endedMsMax = 60_000;
const lookEveryMs = 100;
const ways = Object.keys(waysToDie) as WayToDie[];

/** What a trial leaves to be looked at. */
export interface Outcome {
  readonly book: Book;
  readonly walkers: readonly Walker[];
  readonly kills: ReadonlyMap<WayToDie, number>;
  /** Of the release service. */
  readonly events: readonly StoredEvent[];
  /** Of the environment service. */
  readonly environmentEvents: readonly StoredEvent[];
  /** The errors that the services logged. */
  readonly complaints: readonly string[];
  /** The projections against a rebuild: how the command ended and what it said. */
  readonly check: Ended & { readonly said: string };
  /** How the last service ended when it was asked to. */
  readonly stopped: Ended;
}

/**
 * Walkers go on while their service is killed at least `killsMin` times, and finish with one that lives; then another one walks its
 * releases undisturbed.
 */
export async function trial(folder: string, killsMin: number, seed: number): Promise<Outcome> {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const env = { PORT: port, ROADBOOK_DATA: folder };
  const patience = new AbortController();
  const book: Book = new Map();
  const walkerOf = (name: string) =>
    new Walker(new AccountingClient(url, book, patience.signal), folder, name);
  const killings = new Killings(env, url, randomNumbers(seed));
  try {
    const underFire = await walkUnderFire(walkerOf, killings, killsMin);
    const undisturbed = walkerOf('undisturbed');
    await undisturbed.walk((releases) => releases === undisturbedReleases);
    const events = await settledEvents(join(folder, 'release/events.db'));
    const environmentEvents = await storedIn(join(folder, 'environment/events.db'));
    await undisturbed.read();
    const check = await checkRows(killings);
    const { counts: kills, complaints } = killings;
    const stopped = await killings.stop();
    return {
      book,
      walkers: [...underFire, undisturbed],
      kills,
      events,
      environmentEvents,
      complaints,
      check,
      stopped,
    };
  } finally {
    patience.abort();
    await killings.end();
  }
}

/** The last service lives on, and the walkers have finished the releases that they were at. */
async function walkUnderFire(
  walkerOf: (name: string) => Walker,
  killings: Killings,
  killsMin: number,
): Promise<Walker[]> {
  const walkers = Array.from({ length: walkersUnderFire }, (_, number) =>
    walkerOf(`walk-${String(number)}`),
  );
  const walking = new UnderWay(walkers);
  for (let turn = 0; killings.count < killsMin; turn += 1) {
    walking.throwIfFailed();
    await killings.kill(ways[turn % ways.length] ?? 'at random');
  }
  await killings.live();
  await walking.end();
  return walkers;
}

/** Everything that is stored, once what follows by itself has been done: no claim is left then. */
async function settledEvents(file: string): Promise<StoredEvent[]> {
  const sinceMs = Date.now();
  const store = SqliteEventStore.openForReading(file);
  try {
    for (;;) {
      const events = await everything(everyEvent(store));
      if (claimsLeft(events).length === 0 || Date.now() - sinceMs > settledMsMax) return events;
      await pause(lookEveryMs);
    }
  } finally {
    await store.close();
  }
}

async function storedIn(file: string): Promise<StoredEvent[]> {
  const store = SqliteEventStore.openForReading(file);
  try {
    return await everything(everyEvent(store));
  } finally {
    await store.close();
  }
}

async function checkRows(killings: Killings): Promise<Outcome['check']> {
  const checking = killings.start({ entry: rebuild, args: ['--check'] });
  const ended = await checking.endedWithin(endedMsMax);
  return { ...ended, said: checking.output };
}
