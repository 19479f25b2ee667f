import { fork } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { gateMessages } from '../messages/gate-messages.js';
import type { Options } from '../options.js';
import { DoesNotAddUp, interleaved, spreadOf } from '../rounds.js';
import { scriptAt } from '../servers/server-process.js';
import { inThousands, range, table, times } from '../table.js';
import { kafka as runningKafka } from './broker.js';
import { gates, openAt } from './taking.js';
import type { Way } from './taking.js';

const publishedAtOnce = 1_000;
/** Kafka gives out many messages in the time that the embedded broker needs for one. */
const messagesForEach = 25;
const ticketsOfRelease = 20;
const takenMsMax = 120_000;

const contestants: readonly { readonly way: Way; readonly name: string }[] = [
  { way: 'port', name: 'Roadbook, message by message, committed after its effect' },
  { way: 'bare', name: 'bare kafkajs, batch by batch' },
];

interface Measured {
  readonly perSecond: number;
  readonly cpuMsEach: number;
}

/** Gate messages per second of a real Kafka, taken by a handler that does nothing, beside a bare loop of kafkajs. */
export async function kafka({ rounds, messages }: Options, say: (line: string) => void) {
  const { brokers, stop } = await runningKafka();
  const prefix = `bench-${randomUUID()}.`;
  const count = messages * messagesForEach;
  try {
    say(`kafka: publishing ${count} messages`);
    await publish(brokers, prefix, count);
    const measure = ({ way }: { readonly way: Way }) => measured(way, brokers, prefix, count);
    say('kafka: warming up');
    for (const contestant of contestants) await measure(contestant);
    say(`kafka: ${rounds} rounds`);
    return report(count, [...(await interleaved(rounds, contestants, measure))]);
  } finally {
    await stop();
  }
}

async function publish(brokers: readonly string[], prefix: string, count: number): Promise<void> {
  const versions = Array.from({ length: count / ticketsOfRelease }, (_, at) => `1.${at}.0`);
  const all = gateMessages(versions);
  const messaging = await openAt(brokers, prefix);
  try {
    for (let from = 0; from < all.length; from += publishedAtOnce)
      await messaging.publish(gates.name, all.slice(from, from + publishedAtOnce));
  } finally {
    await messaging.close();
  }
}

/** @throws DoesNotAddUp when not every message is taken in time */
async function measured(
  way: Way,
  brokers: readonly string[],
  prefix: string,
  count: number,
): Promise<Measured> {
  const child = fork(scriptAt('./take.js', import.meta.url), [
    ...[way, brokers.join(','), prefix, String(count)],
  ]);
  try {
    const signal = AbortSignal.timeout(takenMsMax);
    const [told] = (await once(child, 'message', { signal })) as [{ ms: number; cpuMs: number }];
    return { perSecond: count / (told.ms / 1000), cpuMsEach: told.cpuMs / count };
  } catch (error) {
    throw new DoesNotAddUp(`not all of ${count} messages were taken: ${String(error)}`);
  } finally {
    child.kill('SIGKILL');
  }
}

function report(
  count: number,
  results: readonly (readonly [(typeof contestants)[number], readonly Measured[]])[],
): string {
  const rows = results.map(([{ name }, all]) => ({
    name,
    speed: spreadOf(all.map(({ perSecond }) => perSecond)),
    cpu: spreadOf(all.map(({ cpuMsEach }) => cpuMsEach)).median,
  }));
  const least = rows.at(-1)?.speed.median ?? Number.NaN;
  return [
    `## Gate messages over Kafka, ${inThousands(count)} of them`,
    '',
    table(
      ['', 'messages/s', 'range', 'CPU ms each', 'of the bare loop'],
      rows.map(({ name, speed, cpu }) => [
        name,
        inThousands(speed.median),
        range(speed),
        cpu.toFixed(4),
        times(speed.median / least),
      ]),
    ),
  ].join('\n');
}
