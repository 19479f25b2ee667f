import { inNewFolder } from '../folders.js';
import type { Options } from '../options.js';
import { DoesNotAddUp, interleaved } from '../rounds.js';
import { Clients } from './clients.js';
import { startContestants } from './contestants.js';
import type { Contestant } from './contestants.js';
import { register } from './register.js';
import { report } from './report.js';
import type { Measured } from './report.js';

/** Durable commands per second through REST, beside the same without a domain. */
export function commands(
  { rounds, roundMs, clients: counts }: Options,
  say: (line: string) => void,
) {
  return inNewFolder(async (folder) => {
    const contestants = await startContestants(folder);
    const clients = new Clients();
    try {
      const [roadbook] = contestants;
      if (roadbook === undefined) throw new Error('there is nobody to measure');
      await register(roadbook.target);
      const measure = (count: number, forMs: number) => (contestant: Contestant) =>
        measured(contestant, clients, count, forMs);
      say('commands: warming up');
      for (const contestant of contestants) await measure(Math.max(...counts), roundMs)(contestant);
      const results = new Map<number, Map<Contestant, Measured[]>>();
      for (const count of counts) {
        say(`commands: ${count} clients, ${rounds} rounds`);
        results.set(count, await interleaved(rounds, contestants, measure(count, roundMs)));
      }
      return report(results, (await roadbook.server.probe()).peakRssBytes);
    } finally {
      clients.stop();
      for (const { server } of contestants) await server.stop();
    }
  });
}

/** @throws DoesNotAddUp unless every request was accepted, and each left one event or row */
async function measured(
  { name, target, server, stored }: Contestant,
  clients: Clients,
  count: number,
  forMs: number,
): Promise<Measured> {
  const before = stored();
  const { cpuMs: cpuMsBefore } = await server.probe();
  const { statuses, seconds, p50Ms, p99Ms } = await clients.put({ target, clients: count, forMs });
  const { cpuMs } = await server.probe();
  const added = stored() - before;
  const accepted = (statuses[200] ?? 0) + (statuses[201] ?? 0);
  const answers = Object.values(statuses).reduce((sum, number) => sum + number, 0);
  if (accepted !== answers || accepted !== added)
    throw new DoesNotAddUp(
      `${name} stored ${added} for the answers ${JSON.stringify(statuses)}, by status`,
    );
  const cpuMsEach = (cpuMs - cpuMsBefore) / accepted;
  return { perSecond: accepted / seconds, p50Ms, p99Ms, cpuMsEach };
}
