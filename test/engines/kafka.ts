import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { canRunJars } from '../../scripts/kafka/jars.mjs';
import { foreignProducers, kcat } from './foreign-producers.js';
import type { ForeignProducer } from './foreign-producers.js';

const script = join(import.meta.dirname, '../../scripts/kafka/main.mjs');
const startedMsMax = 180_000;
const lookEveryMs = 50;

/** Where a real Kafka is, or why there is none. */
type Found = { readonly address: string } | { readonly missing: string };

/**
 * Describes specs against a real Kafka: that of KAFKA_BROKERS, or one that is started for all files of this run, by the first that needs
 * it. Where there is none they are skipped, with the reason; where ROADBOOK_DEMANDS names kafka, that is a failure.
 */
export async function describeWithKafka(
  name: string,
  specs: (brokers: readonly string[]) => void,
): Promise<void> {
  const found = await kafka();
  const brokers = 'address' in found ? found.address.split(',') : [];
  describeWhere('missing' in found ? found.missing : undefined, name, () => specs(brokers));
}

/** Describes specs that start a Kafka of their own, from its jars, to stop it and start it again. */
export async function describeWithOwnKafka(name: string, specs: () => void): Promise<void> {
  const missing = (await canRunJars()) ? undefined : 'Java and Maven are not installed';
  describeWhere(missing, name, specs);
}

/** Describes specs of what clients publish that share nothing with ours, for each of them that is installed. */
export async function describeWithForeignProducers(
  name: string,
  specs: (producer: ForeignProducer, brokers: readonly string[]) => void,
): Promise<void> {
  const producers = await foreignProducers();
  for (const producer of producers)
    await describeWithKafka(`${name}, ${producer.name},`, (brokers) => {
      specs(producer, brokers);
    });
  if (producers.length === 0)
    describeWhere('neither kcat nor Java and Maven are installed', name, () => {
      specs(kcat, []);
    });
}

function describeWhere(missing: string | undefined, name: string, specs: () => void): void {
  if (missing === undefined) {
    describe(name, specs);
    return;
  }
  if ((process.env.ROADBOOK_DEMANDS ?? '').split(',').includes('kafka'))
    throw new Error(`all of Kafka is demanded, but ${missing}`);
  process.stderr.write(`Skipped: ${name}: ${missing}\n`);
  describe.skip(name, specs);
}

async function kafka(): Promise<Found> {
  const {
    KAFKA_BROKERS: given,
    ROADBOOK_TEST_ENGINES: folder,
    ROADBOOK_TEST_RUN: run,
  } = process.env;
  if (given) return { address: given };
  if (folder === undefined || run === undefined) throw new Error('jest ran without its set-up');
  const told = join(folder, 'kafka.json');
  if (isFirst(join(folder, 'kafka.lock'))) start(folder, told, run);
  const endMs = Date.now() + startedMsMax;
  while (!existsSync(told)) {
    if (Date.now() > endMs) throw new Error(`Kafka did not start within ${startedMsMax} ms`);
    await pause(lookEveryMs);
  }
  return JSON.parse(readFileSync(told, 'utf8')) as Found;
}

function isFirst(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

/** As a process of its own: it outlives the worker that starts it, and ends with the run. */
function start(folder: string, told: string, run: string): void {
  const starting = spawn(process.execPath, [script, '--tell', told, '--while', run], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  starting.unref();
  writeFileSync(join(folder, 'kafka.pid'), String(starting.pid));
}
