import { signDevelopmentToken } from '@roadbook/http';
import { Clients } from '../commands/clients.js';
import { searchPath } from '../commands/target.js';
import type { Target } from '../commands/target.js';
import { inNewFolder } from '../folders.js';
import type { Options } from '../options.js';
import { DoesNotAddUp, interleaved, spreadOf } from '../rounds.js';
import { knowledgeBaseService, ServerProcess } from '../servers/server-process.js';
import { inThousands, range, table, times } from '../table.js';
import { BareSearch } from './bare.js';
import type { Timed } from './bare.js';
import { searches } from './texts.js';
import { writeEntries } from './write-entries.js';

/** With how many clients the service is searched; a bare query has one caller. */
const counts = [1, 16] as const;

interface Contestant {
  readonly name: string;
  readonly clients: number;
  readonly search: (forMs: number) => Promise<Timed>;
}

/** Searches over many entries through REST, beside a bare FTS5 query of the same file. */
export function search({ rounds, roundMs, entries }: Options, say: (line: string) => void) {
  return inNewFolder(async (dataFolder) => {
    say(`search: writing ${entries} entries`);
    await writeEntries(dataFolder, entries);
    const server = await ServerProcess.start(knowledgeBaseService, dataFolder);
    const clients = new Clients();
    try {
      say('search: building rows');
      await server.untilHealthy('ready');
      const target = await targetOf(server, dataFolder);
      const bare = new BareSearch(dataFolder);
      const hits = await assertSameFound(target, bare);
      const contestants = [
        ...counts.map((count) => throughRest(target, clients, count)),
        {
          name: 'the limit: a bare FTS5 query',
          clients: 1,
          search: (forMs: number) => Promise.resolve(bare.for(forMs, searches)),
        },
      ];
      say('search: warming up');
      for (const contestant of contestants) await contestant.search(roundMs);
      say(`search: ${rounds} rounds`);
      const results = await interleaved(rounds, contestants, (one) => one.search(roundMs));
      bare.close();
      return report(entries, hits, [...results]);
    } finally {
      clients.stop();
      await server.stop();
    }
  });
}

async function targetOf({ url }: ServerProcess, dataFolder: string): Promise<Target> {
  const who = { subject: 'bench', roles: ['cio'], expiresInSeconds: 24 * 60 * 60 } as const;
  const token = await signDevelopmentToken({ dataFolder, ...who });
  return { name: 'Roadbook', url, takes: 'searches', token, searches };
}

/**
 * How many entries the searches find, each.
 * @throws DoesNotAddUp unless the service finds as many as the bare query, and something
 */
async function assertSameFound({ url, token }: Target, bare: BareSearch): Promise<number[]> {
  const hits: number[] = [];
  for (const words of searches) {
    const answer = await fetch(url + searchPath(words), {
      headers: { authorization: `Bearer ${token}` },
    });
    const { count } = (await answer.json()) as { count?: number };
    if (count !== bare.count(words) || count === 0)
      throw new DoesNotAddUp(
        `${words}: ${String(count)} found, and ${bare.count(words)} by a bare query`,
      );
    hits.push(count);
  }
  return hits;
}

const throughRest = (target: Target, clients: Clients, count: number): Contestant => ({
  name: 'Roadbook, through REST',
  clients: count,
  search: async (forMs) => {
    const { statuses, seconds, p50Ms, p99Ms } = await clients.put({
      target,
      clients: count,
      forMs,
    });
    const { 200: found = 0, ...others } = statuses;
    if (Object.keys(others).length > 0)
      throw new DoesNotAddUp(`searches were answered with ${JSON.stringify(statuses)}, by status`);
    return { perSecond: found / seconds, p50Ms, p99Ms };
  },
});

function report(
  entries: number,
  hits: readonly number[],
  results: readonly (readonly [Contestant, readonly Timed[]])[],
): string {
  const measured = results.map(([{ name, clients }, rounds]) => ({
    ...{ name, clients, speed: spreadOf(rounds.map(({ perSecond }) => perSecond)) },
    p50: spreadOf(rounds.map(({ p50Ms }) => p50Ms)).median,
    p99: spreadOf(rounds.map(({ p99Ms }) => p99Ms)).median,
  }));
  const least = measured.at(-1);
  const rows = measured.map(({ name, clients, speed, p50, p99 }) => [
    name,
    String(clients),
    inThousands(speed.median),
    range(speed),
    p50.toFixed(2),
    p99.toFixed(2),
    times(speed.median / (least?.speed.median ?? Number.NaN)),
  ]);
  const head = ['', 'clients', 'searches/s', 'range', 'p50 ms', 'p99 ms', 'of the limit'];
  const found = spreadOf(hits);
  return [
    `## Search, ${inThousands(entries)} entries`,
    '',
    table(head, rows),
    '',
    `${hits.length} searches in turns; they find ${range(found)} entries, ${inThousands(found.median)} in the middle.`,
  ].join('\n');
}
