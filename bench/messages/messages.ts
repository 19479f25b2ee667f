import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { inNewFolder } from '../folders.js';
import type { Options } from '../options.js';
import { DoesNotAddUp, interleaved, spreadOf } from '../rounds.js';
import { inThousands, range, table, times } from '../table.js';
import { limit, roadbook } from './contestants.js';
import type { Contestant } from './contestants.js';
import { alone } from './alone.js';
import { gateMessages } from './gate-messages.js';
import { publish } from './publish.js';
import { ticketsOfRelease } from './releases.js';

const lookEveryMs = 10;
const takenMsMax = 120_000;

/** Gate messages per second from publication until the checklist shows them, beside a consumer that does nothing. */
export function messages({ rounds, messages: count }: Options, say: (line: string) => void) {
  return inNewFolder(async (folder) => {
    const contestants = [await roadbook(folder), await limit(folder)] as const;
    const releases = Math.ceil(count / ticketsOfRelease.length);
    try {
      say('messages: warming up');
      for (const contestant of contestants) await measured(contestant, Math.ceil(releases / 4));
      say(`messages: ${count} about ${releases} releases, ${rounds} rounds`);
      const results = await interleaved(rounds, contestants, (contestant) =>
        measured(contestant, releases),
      );
      say('messages: one at a time');
      const [shown] = contestants;
      return [report(releases, [...results]), '', await alone(shown)].join('\n');
    } finally {
      for (const contestant of contestants) await contestant.stop();
    }
  });
}

/** What one round came to. */
interface Measured {
  readonly perSecond: number;
  /** Processor time of whoever takes it, for one message. */
  readonly cpuMsEach: number;
}

/** @throws DoesNotAddUp unless every message took effect once, and every checklist shows it */
async function measured(contestant: Contestant, releases: number): Promise<Measured> {
  const versions = await contestant.releases(releases);
  const all = gateMessages(versions);
  const before = await contestant.taken();
  const cpuMsBefore = await contestant.cpuMs();
  const startMs = performance.now();
  await publish(contestant.messages, all);
  const untilMs = startMs + takenMsMax;
  while ((await contestant.taken()) - before < all.length) {
    if (performance.now() > untilMs) break;
    await pause(lookEveryMs);
  }
  const shown = await contestant.shows(versions.at(-1) ?? '');
  const seconds = (performance.now() - startMs) / 1000;
  const cpuMsEach = ((await contestant.cpuMs()) - cpuMsBefore) / all.length;
  const taken = (await contestant.taken()) - before;
  if (taken !== all.length || !shown || !(await contestant.showsAll(versions)))
    throw new DoesNotAddUp(
      `${contestant.name} took ${taken} of ${all.length} messages, or not every checklist shows them`,
    );
  return { perSecond: all.length / seconds, cpuMsEach };
}

function report(
  releases: number,
  results: readonly (readonly [Contestant, readonly Measured[]])[],
): string {
  const speeds = results.map(([{ name }, rounds]) => ({
    name,
    speed: spreadOf(rounds.map(({ perSecond }) => perSecond)),
    cpu: spreadOf(rounds.map(({ cpuMsEach }) => cpuMsEach)).median,
  }));
  const least = speeds.at(-1)?.speed.median ?? Number.NaN;
  const rows = speeds.map(({ name, speed, cpu }) => [
    name,
    inThousands(speed.median),
    range(speed),
    cpu.toFixed(3),
    times(speed.median / least),
  ]);
  const title = `## Gate messages, ${inThousands(releases * ticketsOfRelease.length)} about ${inThousands(releases)} releases`;
  return [title, '', table(['', 'messages/s', 'range', 'CPU ms each', 'of the limit'], rows)].join(
    '\n',
  );
}
