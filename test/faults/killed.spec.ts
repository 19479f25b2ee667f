import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verify } from '@roadbook/event-store';
import type { StoredEvent } from '@roadbook/event-store';
import { SqliteEventStore } from '@roadbook/event-store/embedded';
import { ensureBuilt } from '../../scripts/ready/build.mjs';
import { claimsLeft } from './claims.js';
import { doubled, lost, toldTwice, unasked } from './comparison.js';
import { gaps, happenedTwice, scattered } from './integrity.js';
import { waysToDie } from './killings.js';
import type { WayToDie } from './killings.js';
import { trial } from './trial.js';
import type { Outcome } from './trial.js';

/** More with ROADBOOK_TEST_KILLS, for a night; ROADBOOK_TEST_SEED kills at other moments. */
const killsMin = Number(process.env.ROADBOOK_TEST_KILLS ?? 100);
const seed = Number(process.env.ROADBOOK_TEST_SEED ?? 20_261_123);
const ways = Object.keys(waysToDie) as WayToDie[];
/** The ways take turns. */
const killsOfEachWayMin = Math.floor(killsMin / ways.length) - 2;
const testMsMax = 120_000 + killsMin * 15_000;

describe('a service that is killed under load, again and again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roadbook-killed-'));
  let outcome: Outcome;

  beforeAll(async () => {
    await ensureBuilt();
    outcome = await trial(folder, killsMin, seed);
  }, testMsMax);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('has died in every way, and a hundred times in all', () => {
    const { kills } = outcome;
    const seldom = ways.filter((way) => (kills.get(way) ?? 0) < killsOfEachWayMin);
    expect(seldom).toStrictEqual([]);
    expect([...kills.values()].reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(
      killsMin,
    );
  });

  it('has lost nothing that it acknowledged', () => {
    expect(lost(outcome.book, everyEvent(outcome))).toStrictEqual([]);
  });

  it('has doubled nothing: every command left what its client was told in the end', () => {
    expect(doubled(outcome.book, everyEvent(outcome))).toStrictEqual([]);
    expect(toldTwice(outcome.book)).toStrictEqual([]);
  });

  it('keeps nothing that nobody was told of, except for what the system did by itself', () => {
    expect(unasked(outcome.book, outcome.events)).toStrictEqual([]);
  });

  it('has carried out by itself once what follows by itself', () => {
    expect(happenedTwice(outcome.events)).toStrictEqual([]);
    expect(scattered(outcome.events)).toStrictEqual([]);
  });

  it.each(['passed', 'failed'] as const)(
    'ends every release that %s in production with the events of one that was walked undisturbed',
    (course) => {
      const streams = outcome.walkers.flatMap(({ walked }) => walked[course]);
      const [histories, undisturbed] = historiesOf(streams, outcome.events);
      expect(streams.length).toBeGreaterThan(1);
      expect(histories.filter((history) => history !== undisturbed)).toStrictEqual([]);
    },
  );

  it('has found nothing wrong on its way', () => {
    expect(outcome.complaints).toStrictEqual([]);
  });

  it('leaves no environment claimed', () => {
    expect(claimsLeft(outcome.events)).toStrictEqual([]);
  });

  it.each(['release', 'environment'] as const)('has a log that fits together: %s', async (name) => {
    const of = name === 'release' ? outcome.events : outcome.environmentEvents;
    expect(gaps(of)).toStrictEqual([]);
    const store = SqliteEventStore.openForReading(join(folder, name, 'events.db'));
    try {
      const { events, inStream, inOrder } = await verify(store);
      expect({ events, inStream, inOrder }).toStrictEqual({
        events: of.length,
        inStream: undefined,
        inOrder: undefined,
      });
    } finally {
      await store.close();
    }
  });

  it('serves what a rebuild makes of all its events', () => {
    const { code, said } = outcome.check;
    const head = String(outcome.events.at(-1)?.position);
    expect(said).toContain(`up to position ${head}: what is served is what the events say`);
    expect(code).toBe(0);
  });

  it('still stops when it is asked to', () => {
    expect(outcome.stopped).toStrictEqual({ code: 0, signal: null });
  });
});

/** Clients command both services. */
const everyEvent = ({ events, environmentEvents }: Outcome): StoredEvent[] => [
  ...events,
  ...environmentEvents,
];

/** The types of events of each release, and those of the last, which was walked undisturbed. */
function historiesOf(
  streams: readonly string[],
  events: readonly StoredEvent[],
): [string[], string | undefined] {
  const histories = streams.map((stream) =>
    events
      .filter((event) => event.stream === stream && event.type !== 'ClaimAbandoned')
      .map(({ type }) => type)
      .join(' '),
  );
  return [histories, histories.at(-1)];
}
