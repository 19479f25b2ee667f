import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { DoesNotAddUp, spreadOf } from '../rounds.js';
import { table } from '../table.js';
import type { Contestant } from './contestants.js';
import { wholeGateMessage } from './gate-messages.js';
import { publish } from './publish.js';

const messages = 50;
const lookEveryMs = 2;
const shownMsMax = 10_000;

/** How long one message takes from publication until the checklist shows it, with nothing else to do. */
export async function alone(contestant: Contestant): Promise<string> {
  const tookMs: number[] = [];
  for (const version of await contestant.releases(messages))
    tookMs.push(await shownAfterMs(contestant, version));
  const { median, min, max } = spreadOf(tookMs);
  const cells = [String(messages), ...[median, min, max].map((ms) => ms.toFixed(1))];
  return [
    '## One gate message, from publication to the checklist',
    '',
    table(['messages', 'p50 ms', 'least ms', 'most ms'], [cells], 0),
  ].join('\n');
}

async function shownAfterMs(contestant: Contestant, version: string): Promise<number> {
  const startMs = performance.now();
  await publish(contestant.messages, [wholeGateMessage(version)]);
  while (!(await contestant.shows(version))) {
    if (performance.now() - startMs > shownMsMax)
      throw new DoesNotAddUp(`the checklist of ${version} does not show what was published`);
    await pause(lookEveryMs);
  }
  return performance.now() - startMs;
}
