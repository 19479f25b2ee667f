import { setTimeout as pause } from 'node:timers/promises';
import type { StoredEvent } from '@roadbook/event-store';
import { ensureBuilt } from '../../scripts/ready/build.mjs';
import { compareEntries } from '../../together/entries/compared.js';
import { ClientThatAsksAgain } from './asking-again.js';
import type { Book } from '../faults/acknowledged.js';
import { claimsLeft } from '../faults/claims.js';
import { doubled, lost, toldTwice, unasked } from '../faults/comparison.js';
import { gaps, happenedTwice, scattered } from '../faults/integrity.js';
import { UnderWay } from '../faults/under-way.js';
import { Walker } from '../faults/walker.js';
import { everything } from '../faults/everything.js';
import { Fleet } from './fleet.js';
import { describeWithKafka } from './kafka.js';

/** Two minutes with ROADBOOK_TEST_KILL_SECONDS=120. */
const killSeconds = Number(process.env.ROADBOOK_TEST_KILL_SECONDS ?? 30);
const killEveryMs = 3_000;
/** What one that was killed at last did by itself, or had not taken yet, another one goes on with by then; nothing is recorded meanwhile. */
const takenOverMs = 30_000;
const walkers = 3;
const acknowledgedMin = 20;
const lookEveryMs = 50;
const testMsMax = 600_000 + killSeconds * 10_000;

await describeWithKafka(
  'two replicas of each service, of which one is killed every few seconds',
  (brokers) => {
    const book: Book = new Map();
    const patience = new AbortController();
    let fleet: Fleet;
    let kills = 0;
    let events: readonly StoredEvent[];
    let environmentEvents: readonly StoredEvent[];

    beforeAll(async () => {
      await ensureBuilt();
      fleet = await Fleet.start({
        brokers,
        replicas: 2,
        eventStoreUrl: process.env.EVENTSTOREDB_URL,
      });
      const walking = new UnderWay(
        Array.from({ length: walkers }, (_, number) => walkerOf(`walk-${String(number)}`)),
      );
      await everyoneIsOnTheRoad(book, walking);
      kills = await killFor(killSeconds * 1000, fleet, walking);
      await walking.end();
      await fleet.quiet(takenOverMs);
      events = await everything(fleet.eventsOf('release'));
      environmentEvents = await everything(fleet.eventsOf('environment'));
    }, testMsMax);

    afterAll(async () => {
      patience.abort();
      await fleet.stop();
    });

    const walkerOf = (name: string) =>
      new Walker(new ClientThatAsksAgain(fleet.url, book, patience.signal), fleet.dataFolder, name);

    it('are killed often enough, and under load', () => {
      expect(kills).toBeGreaterThanOrEqual(killSeconds / 10);
      expect(book.size).toBeGreaterThan(100);
    });

    it('lose nothing that was acknowledged', () => {
      expect(lost(book, [...events, ...environmentEvents])).toStrictEqual([]);
    });

    it('double nothing: every command left what its client was told in the end', () => {
      expect(doubled(book, [...events, ...environmentEvents])).toStrictEqual([]);
      expect(toldTwice(book)).toStrictEqual([]);
    });

    it('keep nothing that nobody was told of, except for what they did by themselves, and that once', () => {
      expect(unasked(book, events)).toStrictEqual([]);
      expect(happenedTwice(events)).toStrictEqual([]);
      expect(scattered(events)).toStrictEqual([]);
      expect(claimsLeft(events)).toStrictEqual([]);
    });

    it('leave streams without gaps', () => {
      expect([gaps(events), gaps(environmentEvents)]).toStrictEqual([[], []]);
    });

    it('go on publishing where the killed one stopped: every decision is in the knowledge base, once', async () => {
      const { missing, more } = await compareEntries((service) => fleet.eventsOf(service));
      expect([missing, more]).toStrictEqual([[], []]);
    });
  },
);

/** The services know of every project by then: who asks for a new one is told to try again, and these walk on only. */
async function everyoneIsOnTheRoad(book: Book, walking: UnderWay): Promise<void> {
  while (book.size < walkers * acknowledgedMin) {
    walking.throwIfFailed();
    await pause(lookEveryMs);
  }
}

/** Kills one of a service whose other one is there, and starts another in its place. How many were killed. */
async function killFor(ms: number, fleet: Fleet, walking: UnderWay): Promise<number> {
  const untilMs = Date.now() + ms;
  const starting: Promise<unknown>[] = [];
  let kills = 0;
  while (Date.now() < untilMs) {
    walking.throwIfFailed();
    const victim = fleet.replicas.find(
      (one) => fleet.replicas.filter(({ service }) => service === one.service).length > 1,
    );
    if (victim) {
      kills += 1;
      await fleet.kill(victim);
      starting.push(fleet.replace(victim));
    }
    await pause(killEveryMs);
  }
  await Promise.all(starting);
  return kills;
}
