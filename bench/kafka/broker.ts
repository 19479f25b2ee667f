import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Seen from where this is built to. */
const script = fileURLToPath(new URL('../../../scripts/kafka/main.mjs', import.meta.url));

export interface RunningKafka {
  readonly brokers: readonly string[];
  readonly stop: () => Promise<void>;
}

/**
 * The Kafka of KAFKA_BROKERS, or else one that is started here.
 * @throws Error where there is none
 */
export async function kafka(): Promise<RunningKafka> {
  const given = process.env.KAFKA_BROKERS;
  if (given) return { brokers: given.split(','), stop: () => Promise.resolve() };
  const started = spawn(process.execPath, [script, '--while', String(process.pid)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(started, 'exit');
  const [said] = (await once(createInterface({ input: started.stdout }), 'line')) as [string];
  // What is no address says why there is none.
  if (!/^\S+:\d+$/.test(said)) throw new Error(said);
  return {
    brokers: [said],
    stop: async () => {
      started.kill('SIGTERM');
      await ended;
    },
  };
}
