import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { History } from '../history/history.js';
import type { Options } from '../options.js';
import { interleaved, spreadOf } from '../rounds.js';
import type { Spread } from '../rounds.js';
import { releaseService, ServerProcess } from '../servers/server-process.js';
import { inMegabytes, inThousands, range, table } from '../table.js';

/** How long the service is left alone before its memory is looked at. */
const idleMs = 1_000;
/** Less processor time than that in `idleMs` is a service that has caught up with its events. */
const idleCpuMsMax = 100;

interface Started {
  readonly startedMs: number;
  readonly readyMs: number;
  readonly rssBytes: number;
}

interface Contestant {
  readonly name: string;
  readonly dataFolder: string;
}

/** Start-up with a long history beside an empty one, both in data folders that the service has run in before. */
export async function start(
  history: History,
  folder: string,
  { rounds }: Options,
  say: (line: string) => void,
): Promise<string> {
  const empty = join(folder, 'empty');
  mkdirSync(empty, { mode: 0o700 });
  const contestants = [
    { name: `${inThousands(history.events)} events`, dataFolder: history.dataFolder },
    { name: 'no events', dataFolder: empty },
  ];
  say('start: letting the service catch up once');
  for (const { dataFolder } of contestants) await catchUp(dataFolder);
  say(`start: ${rounds} rounds`);
  return report([...(await interleaved(rounds, contestants, startOnce))]);
}

async function catchUp(dataFolder: string): Promise<void> {
  const server = await ServerProcess.start(releaseService, dataFolder);
  try {
    await server.untilHealthy('ready');
    for (let cpuMs = 0, beforeMs = -Infinity; cpuMs - beforeMs > idleCpuMsMax;) {
      await pause(idleMs);
      [beforeMs, cpuMs] = [cpuMs, (await server.probe()).cpuMs];
    }
  } finally {
    await server.stop();
  }
}

async function startOnce({ dataFolder }: Contestant): Promise<Started> {
  const startMs = performance.now();
  const server = await ServerProcess.start(releaseService, dataFolder);
  try {
    await server.untilHealthy('started');
    const startedMs = performance.now() - startMs;
    await server.untilHealthy('ready');
    const readyMs = performance.now() - startMs;
    await pause(idleMs);
    return { startedMs, readyMs, rssBytes: (await server.probe()).rssBytes };
  } finally {
    await server.stop();
  }
}

function report(results: readonly (readonly [Contestant, readonly Started[]])[]): string {
  const measured = results.map(([{ name }, rounds]) => ({
    name,
    started: spreadOf(rounds.map(({ startedMs }) => startedMs)),
    ready: spreadOf(rounds.map(({ readyMs }) => readyMs)),
    rss: spreadOf(rounds.map(({ rssBytes }) => rssBytes)).median,
  }));
  const head = ['store', 'started ms', 'range', 'ready ms', 'range', 'idle memory'];
  const spread = (value: Spread) => [inThousands(value.median), range(value)];
  const rows = measured.map(({ name, started, ready, rss }) => [
    name,
    ...spread(started),
    ...spread(ready),
    inMegabytes(rss),
  ]);
  const [full, empty] = measured;
  const laterMs = (full?.started.median ?? Number.NaN) - (empty?.started.median ?? Number.NaN);
  return [
    '## Start-up',
    '',
    table(head, rows),
    '',
    `With the events it starts ${inThousands(laterMs)} ms later than without.`,
  ].join('\n');
}
