/**
 * Loaded into a server before its own code: remembers the databases that it opens, and tells over the channel to its parent how
 * durable they are, as the server's own connections say, and how much memory it takes.
 */
import { DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';

export interface Probed {
  readonly databases: readonly {
    readonly file: string;
    readonly synchronous: unknown;
    readonly journalMode: unknown;
  }[];
  /** Time on a processor since the start, in user and system mode, of all threads. */
  readonly cpuMs: number;
  readonly rssBytes: number;
  readonly peakRssBytes: number;
}

const opened = new Set<DatabaseSyncInstance>();
const { construct } = Reflect;

/** The driver makes every database with it. What it makes of databases cannot be changed, and nothing else tells of one. */
Reflect.construct = ((made: NewableFunction, args: ArrayLike<unknown>, newTarget = made) => {
  const instance: unknown = construct(made, args, newTarget);
  if (instance instanceof DatabaseSync) opened.add(instance);
  return instance;
}) as typeof construct;

const pragma = (db: DatabaseSyncInstance, name: string): unknown =>
  Object.values(db.prepare(`PRAGMA ${name}`).get() as object)[0];

function probed(): Probed {
  const { user, system } = process.cpuUsage();
  return {
    databases: [...opened]
      .filter(({ isOpen }) => isOpen)
      .map((db) => ({
        file: db.location() ?? '',
        synchronous: pragma(db, 'synchronous'),
        journalMode: pragma(db, 'journal_mode'),
      })),
    cpuMs: (user + system) / 1000,
    rssBytes: process.memoryUsage.rss(),
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
  };
}

process.on('message', () => {
  process.send?.(probed());
});
// Whoever measures is gone, so nobody needs the server any more.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.channel?.unref();
