import { DatabaseSync } from '@photostructure/sqlite';
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { signDevelopmentToken } from '@roadbook/http';
import { filesOf } from '@roadbook/service';
import { DoesNotAddUp } from '../rounds.js';
import { rowsFile } from '../servers/rows.js';
import { releaseService, scriptAt, ServerProcess } from '../servers/server-process.js';
import type { Target } from './target.js';

/** One of the servers that are compared. */
export interface Contestant {
  readonly name: string;
  readonly server: ServerProcess;
  readonly target: Target;
  /** How many events or rows are in its file. */
  readonly stored: () => number;
}

interface Entry {
  readonly name: string;
  readonly script: string;
  readonly takes: Target['takes'];
  readonly file: (dataFolder: string) => string;
  readonly counting: string;
}

const bare = {
  takes: 'rows',
  file: rowsFile,
  counting: 'SELECT count(*) AS stored FROM rows',
} as const;

const entries: readonly Entry[] = [
  {
    name: 'Roadbook',
    script: releaseService,
    takes: 'commands',
    file: (dataFolder) => filesOf('release', dataFolder).events,
    // What roles are told of follows by itself, a moment later.
    counting: "SELECT count(*) AS stored FROM events WHERE role <> 'system'",
  },
  { name: 'the limit', script: scriptAt('../servers/limit.js', import.meta.url), ...bare },
  {
    name: 'one insert after the other',
    script: scriptAt('../servers/one-insert.js', import.meta.url),
    ...bare,
  },
];

/** Starts all of them, each with a data folder of its own. */
export async function startContestants(folder: string): Promise<Contestant[]> {
  const contestants: Contestant[] = [];
  for (const entry of entries) contestants.push(await start(entry, folder));
  return contestants;
}

async function start(entry: Entry, folder: string): Promise<Contestant> {
  const { name, script, takes } = entry;
  const dataFolder = join(folder, name.replaceAll(' ', '-'));
  mkdirSync(dataFolder);
  const server = await ServerProcess.start(script, dataFolder);
  await server.untilHealthy('started');
  const file = entry.file(dataFolder);
  await assertDurable(server, file);
  const token = await signDevelopmentToken({
    dataFolder,
    subject: 'bench',
    roles: ['orchestrator', 'cio', 'cqo', 'cso'],
    expiresInSeconds: 24 * 60 * 60,
  });
  const target = { name, url: server.url, takes, token };
  return { name, server, target, stored: () => count(file, entry.counting) };
}

/** Asks the connection that writes, in the server itself. */
async function assertDurable(server: ServerProcess, file: string): Promise<void> {
  const { databases } = await server.probe();
  const path = realpathSync(file);
  const found = databases.filter((database) => realpathSync(database.file) === path);
  const durable = ({ synchronous, journalMode }: (typeof found)[number]) =>
    synchronous === 2 && journalMode === 'wal';
  if (found.length === 0 || !found.every(durable))
    throw new DoesNotAddUp(`${file} is not written durably: ${JSON.stringify(databases)}`);
}

function count(file: string, counting: string): number {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    return (db.prepare(counting).get() as { stored: number }).stored;
  } finally {
    db.close();
  }
}
