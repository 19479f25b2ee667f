/** The clients, in a process of their own. */
import { performance } from 'node:perf_hooks';
import { Connection } from './connection.js';
import { greeting, requestOf } from './target.js';
import type { Target } from './target.js';

export interface Load {
  readonly target: Target;
  readonly clients: number;
  readonly forMs: number;
}

export interface Loaded {
  /** How many requests were answered with each status. */
  readonly statuses: Readonly<Record<number, number>>;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** How often each client of a target has had its turn; it goes on from there in the next round. */
const turns = new Map<string, number>();

async function putOn({ target, clients, forMs }: Load): Promise<Loaded> {
  const connections = await Promise.all(
    Array.from({ length: clients }, () => Connection.open(target.url)),
  );
  await Promise.all(connections.map((connection) => connection.send(greeting)));
  const statuses: Record<number, number> = {};
  const tookMs: number[] = [];
  const startMs = performance.now();
  const drive = async (connection: Connection, client: number): Promise<void> => {
    const key = `${target.name} ${client}`;
    let turn = turns.get(key) ?? 0;
    for (let sentMs = startMs; sentMs - startMs < forMs;) {
      sentMs = performance.now();
      const status = await connection.send(requestOf(target, client, turn++));
      tookMs.push(performance.now() - sentMs);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
    turns.set(key, turn);
  };
  await Promise.all(connections.map(drive));
  const seconds = (performance.now() - startMs) / 1000;
  for (const connection of connections) connection.close();
  tookMs.sort((one, other) => one - other);
  const at = (share: number): number => tookMs[Math.floor((tookMs.length - 1) * share)] ?? 0;
  return { statuses, seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
}

process.on('message', (load: Load) => {
  void putOn(load).then((loaded) => process.send?.(loaded));
});
