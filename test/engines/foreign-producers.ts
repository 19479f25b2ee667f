import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { canRunJars, jars } from '../../scripts/kafka/jars.mjs';

/** What is published: each text a message, all of them with this key and these headers. */
export interface Published {
  readonly topic: string;
  /** `null` for a message without a body, which only one with a key can be. */
  readonly texts: readonly (string | null)[];
  readonly codec?: string;
  readonly key?: string;
  readonly headers?: readonly (readonly [name: string, value: string])[];
}

/** A client of Kafka that shares nothing with ours. */
export interface ForeignProducer {
  readonly name: string;
  publish(brokers: readonly string[], published: Published): Promise<void>;
}

/** What stands for no body, where a program knows no other way to say that. */
const noBody = 'no body';
const keyEnd = '|';
const headersEnd = '\t';

export const kcat: ForeignProducer = {
  name: 'kcat',
  publish: (brokers, { topic, texts, codec = 'none', key, headers = [] }) =>
    run(
      'kcat',
      [
        ...['-P', '-b', brokers.join(','), '-t', topic, '-z', codec, '-Z'],
        ...(key === undefined ? [] : ['-K', keyEnd]),
        ...headers.flatMap(([name, value]) => ['-H', `${name}=${value}`]),
      ],
      texts.map((text) => keyed(key, text ?? '')),
    ),
};

const java: ForeignProducer = {
  name: "Kafka's own client",
  async publish(brokers, { topic, texts, codec = 'none', key, headers = [] }) {
    const withHeaders = headers.map(([name, value]) => `${name}:${value}`).join() + headersEnd;
    const properties = {
      'parse.headers': String(headers.length > 0),
      'parse.key': String(key !== undefined),
      'key.separator': keyEnd,
      'null.marker': noBody,
    };
    await run(
      'java',
      [
        ...['-Xmx256m', '-XX:TieredStopAtLevel=1', '-cp', join(await jars(), '*')],
        ...['org.apache.kafka.tools.ConsoleProducer', '--bootstrap-server', brokers.join(',')],
        ...['--topic', topic, '--compression-codec', codec],
        ...Object.entries(properties).flatMap(([name, value]) => [
          '--property',
          `${name}=${value}`,
        ]),
      ],
      texts.map((text) => (headers.length > 0 ? withHeaders : '') + keyed(key, text ?? noBody)),
    );
  },
};

/** Those that this machine can run. */
export async function foreignProducers(): Promise<ForeignProducer[]> {
  const hasKcat = spawnSync('kcat', ['-V']).error === undefined;
  return [...(hasKcat ? [kcat] : []), ...((await canRunJars()) ? [java] : [])];
}

const keyed = (key: string | undefined, text: string): string =>
  key === undefined ? text : key + keyEnd + text;

async function run(program: string, args: string[], lines: readonly string[]): Promise<void> {
  const running = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = once(running, 'close');
  running.stdin.end(lines.join('\n'));
  const [code] = await ended;
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}`);
}
