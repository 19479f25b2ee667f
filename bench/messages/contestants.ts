import { DatabaseSync } from '@photostructure/sqlite';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, sharedFilesIn } from '@roadbook/service';
import { allServices, scriptAt, ServerProcess } from '../servers/server-process.js';
import { Releases } from './releases.js';

/** Somebody who takes gate messages. */
export interface Contestant {
  readonly name: string;
  /** The file that messages are published in. */
  readonly messages: string;
  /** The releases that the next messages can be about. */
  readonly releases: (count: number) => Promise<readonly string[]>;
  /** How many messages have had their effect since it began. */
  readonly taken: () => Promise<number>;
  /** Processor time of whoever takes them, since it began. */
  readonly cpuMs: () => Promise<number>;
  /** Whether readers see the effect of the last message about the release. */
  readonly shows: (version: string) => Promise<boolean>;
  /** Whether readers see that of every message about these. */
  readonly showsAll: (versions: readonly string[]) => Promise<boolean>;
  readonly stop: () => Promise<void>;
}

const yes = () => Promise.resolve(true);

/** All services in one process, as `npm start` runs them. */
export async function roadbook(folder: string): Promise<Contestant> {
  const dataFolder = join(folder, 'roadbook');
  mkdirSync(dataFolder);
  const server = await ServerProcess.start(allServices, dataFolder);
  await server.untilHealthy('ready');
  const releases = new Releases(server.url, dataFolder);
  await releases.register();
  const gates = new Gates(filesOf('release', dataFolder).events);
  return {
    name: 'Roadbook, up to the checklist',
    messages: sharedFilesIn(dataFolder).messages,
    releases: (count) => releases.plan(count),
    taken: () => Promise.resolve(gates.reported()),
    cpuMs: async () => (await server.probe()).cpuMs,
    shows: (version) => releases.hasPassed(version),
    showsAll: (versions) => releases.allHavePassed(versions),
    stop: async () => {
      gates.close();
      await server.stop();
    },
  };
}

/** The same delivery, to a handler that does nothing. */
export async function limit(folder: string): Promise<Contestant> {
  const dataFolder = join(folder, 'nothing');
  mkdirSync(dataFolder);
  const { messages } = sharedFilesIn(dataFolder);
  const child = fork(scriptAt('./take-nothing.js', import.meta.url), [messages]);
  await once(child, 'message');
  const told = async () => {
    const answer = once(child, 'message') as Promise<[{ taken: number; cpuMs: number }]>;
    child.send('taken');
    return (await answer)[0];
  };
  let planned = 0;
  return {
    name: 'the limit: delivered, and nothing done',
    messages,
    releases: (count) =>
      Promise.resolve(Array.from({ length: count }, () => `1.${(planned += 1)}.0`)),
    taken: async () => (await told()).taken,
    cpuMs: async () => (await told()).cpuMs,
    shows: yes,
    showsAll: yes,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Counts what stands in the event store, each event once. */
class Gates {
  private readonly db: InstanceType<typeof DatabaseSync>;
  private counted = 0;
  private position = -1;

  constructor(file: string) {
    this.db = new DatabaseSync(file, { readOnly: true });
  }

  reported(): number {
    const { last, gates } = this.db
      .prepare(
        `SELECT max(position) AS last, count(*) FILTER (WHERE type = 'GateReported') AS gates FROM events WHERE position > ?`,
      )
      .get(this.position) as { last: number | null; gates: number };
    this.position = last ?? this.position;
    return (this.counted += gates);
  }

  close(): void {
    this.db.close();
  }
}
