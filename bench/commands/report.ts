import { spreadOf } from '../rounds.js';
import { inMegabytes, inThousands, range, table, times } from '../table.js';
import type { Contestant } from './contestants.js';

/** What one round came to. */
export interface Measured {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of the server for one command: what others do on the machine changes it least. */
  readonly cpuMsEach: number;
}

const head = [
  'clients',
  'server',
  'commands/s',
  'range',
  'p50 ms',
  'p99 ms',
  'CPU ms each',
  'of the limit',
  'of one insert',
];

/** Medians of the rounds, and each server beside the limit and beside one insert after the other. */
export function report(
  results: ReadonlyMap<number, ReadonlyMap<Contestant, readonly Measured[]>>,
  peakRssBytes: number,
): string {
  const rows = [...results].flatMap(([clients, measured]) => rowsOf(clients, measured));
  return [
    '## Durable commands through REST',
    '',
    table(head, rows, 2),
    '',
    `Peak memory of Roadbook over all of it: ${inMegabytes(peakRssBytes)}.`,
  ].join('\n');
}

function rowsOf(clients: number, measured: ReadonlyMap<Contestant, readonly Measured[]>) {
  const speeds = [...measured].map(([{ name }, rounds]) => ({
    name,
    speed: spreadOf(rounds.map(({ perSecond }) => perSecond)),
    p50: spreadOf(rounds.map(({ p50Ms }) => p50Ms)).median,
    p99: spreadOf(rounds.map(({ p99Ms }) => p99Ms)).median,
    cpu: spreadOf(rounds.map(({ cpuMsEach }) => cpuMsEach)).median,
  }));
  const [, limit, oneInsert] = speeds;
  const beside = (speed: number, other?: (typeof speeds)[number]): string =>
    times(speed / (other?.speed.median ?? Number.NaN));
  return speeds.map(({ name, speed, p50, p99, cpu }) => [
    String(clients),
    name,
    inThousands(speed.median),
    range(speed),
    p50.toFixed(2),
    p99.toFixed(2),
    cpu.toFixed(3),
    beside(speed.median, limit),
    beside(speed.median, oneInsert),
  ]);
}
