import type { History } from '../history/history.js';
import type { Options } from '../options.js';
import { DoesNotAddUp, interleaved, spreadOf } from '../rounds.js';
import { scriptAt } from '../servers/server-process.js';
import { inMegabytes, inThousands, range, table, times } from '../table.js';
import { runOnce } from './once.js';
import type { Once } from './once.js';

const contestants = [
  { name: 'rebuild of every projection', script: scriptAt('./rebuild-once.js', import.meta.url) },
  { name: 'the limit: read and parse', script: scriptAt('./read-once.js', import.meta.url) },
];

/** Events per second of a rebuild, beside a bare loop over the same events. */
export async function rebuild(
  { dataFolder, events }: History,
  { rounds }: Options,
  say: (line: string) => void,
): Promise<string> {
  say(`rebuild: ${events} events, ${rounds} rounds`);
  const results = await interleaved(rounds, contestants, ({ script }) =>
    runOnce(script, dataFolder),
  );
  for (const [{ name }, once] of results) assertComplete(name, once, events);
  return report(events, [...results]);
}

/** @throws DoesNotAddUp unless every round went through all events, to the same end */
function assertComplete(name: string, rounds: readonly Once[], events: number): void {
  if (rounds.every((one) => one.events === events && one.digest === rounds[0]?.digest)) return;
  throw new DoesNotAddUp(`${name}: ${JSON.stringify(rounds)} instead of ${events} events each`);
}

function report(
  events: number,
  results: readonly (readonly [(typeof contestants)[number], readonly Once[]])[],
): string {
  const measured = results.map(([{ name }, rounds]) => ({
    name,
    speed: spreadOf(rounds.map((one) => one.events / one.seconds)),
    seconds: spreadOf(rounds.map(({ seconds }) => seconds)).median,
    cpuSeconds: spreadOf(rounds.map((one) => one.cpuSeconds)).median,
    peak: spreadOf(rounds.map(({ peakRssBytes }) => peakRssBytes)).max,
  }));
  const limit = measured.at(-1)?.speed.median ?? Number.NaN;
  const head = ['', 'events/s', 'range', 'seconds', 'CPU s', 'peak memory', 'of the limit'];
  const rows = measured.map(({ name, speed, seconds, cpuSeconds, peak }) => [
    name,
    inThousands(speed.median),
    range(speed),
    seconds.toFixed(2),
    cpuSeconds.toFixed(2),
    inMegabytes(peak),
    times(speed.median / limit),
  ]);
  return [`## Rebuild, ${inThousands(events)} events`, '', table(head, rows)].join('\n');
}
