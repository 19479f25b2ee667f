import { parseArgs } from 'node:util';

export const benchmarks = ['commands', 'rebuild', 'start', 'messages', 'kafka', 'search'] as const;
export type Benchmark = (typeof benchmarks)[number];

export interface Options {
  readonly wanted: readonly Benchmark[];
  /** How many events the store of `rebuild` and `start` has at least. */
  readonly events: number;
  readonly rounds: number;
  /** With how many clients `commands` is measured, one after the other. */
  readonly clients: readonly number[];
  /** How long one round of commands takes. */
  readonly roundMs: number;
  /** How many gate messages one round has. */
  readonly messages: number;
  /** How many entries are searched. */
  readonly entries: number;
}

export const usage = `Measures Roadbook beside the least that the same work can cost on this machine.

  npm run bench -- commands   durable commands per second through REST
  npm run bench -- rebuild    events per second of a rebuild of every projection
  npm run bench -- start      start-up time and memory
  npm run bench -- messages   gate messages per second from publication to checklist
  npm run bench -- kafka      gate messages per second of a real Kafka
  npm run bench -- search     searches over 100,000 entries
  npm run bench -- all        all of them, which is the default

  --events N   events in the store of rebuild and start, up to 1000000; by default 200000
  --rounds N   rounds of each measurement, at least 5
  --clients L  numbers of clients, with commas between; by default 1,16,100
  --quick      shorter rounds, 20000 events and 5000 entries: shows that it works, not how fast it is
`;

const eventsMax = 1_000_000;
const roundsMin = 5;
const clientsMax = 1_000;

/** @throws Error with what is wrong about the arguments */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      events: { type: 'string' },
      rounds: { type: 'string' },
      clients: { type: 'string', default: '1,16,100' },
      quick: { type: 'boolean', default: false },
    },
  });
  const { quick } = values;
  return {
    wanted: benchmarksIn(positionals),
    events: whole('events', values.events ?? (quick ? '20000' : '200000'), 1, eventsMax),
    rounds: whole('rounds', values.rounds ?? String(roundsMin), roundsMin, 100),
    clients: values.clients.split(',').map((each) => whole('clients', each, 1, clientsMax)),
    roundMs: quick ? 500 : 2_500,
    messages: quick ? 400 : 2_000,
    entries: quick ? 5_000 : 100_000,
  };
}

function benchmarksIn(names: readonly string[]): readonly Benchmark[] {
  if (names.length === 0 || names.includes('all')) return benchmarks;
  const unknown = names.find((name) => !benchmarks.some((known) => known === name));
  if (unknown !== undefined) throw new Error(`there is no benchmark ${unknown}`);
  return benchmarks.filter((known) => names.includes(known));
}

function whole(name: string, text: string, min: number, max: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= min && number <= max) return number;
  throw new Error(`--${name} is a whole number from ${min} to ${max}, not ${text}`);
}
