import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { freePort } from './free-port.mjs';
import { jars } from './jars.mjs';

const startedMsMax = 120_000;
const stoppedMsMax = 15_000;
const lastLinesMax = 20;

/**
 * A real Apache Kafka of one node, broker and controller in one, on a port of loopback. Its data lies in a temporary folder, and
 * is there again when it is started again after it was stopped.
 */
export class Broker {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #process;
  /** @type {string[]} */
  #lastLines = [];

  /** @param {{ readonly folder: string; readonly classPath: string; readonly port: number }} place */
  constructor(place) {
    this.place = place;
    /** What clients connect to. */
    this.address = `127.0.0.1:${place.port}`;
  }

  /**
   * Fetches Kafka where it was not fetched yet, and starts it.
   * @param {Record<string, string>} [settings] of the broker, beside those that it needs
   */
  static async start(settings = {}) {
    const classPath = join(await jars(), '*');
    const folder = mkdtempSync(join(tmpdir(), 'roadbook-kafka-'));
    const [port, controllerPort] = [await freePort(), await freePort()];
    const broker = new Broker({ folder, classPath, port });
    const properties = { ...propertiesOf(folder, port, controllerPort), ...settings };
    writeFileSync(
      broker.#properties,
      Object.entries(properties)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    );
    try {
      await broker.#format();
      await broker.startAgain();
      return broker;
    } catch (error) {
      await broker.remove();
      throw error;
    }
  }

  /** @throws Error with its last lines, when it does not come up */
  async startAgain() {
    const { classPath } = this.place;
    const java = spawn(
      'java',
      [...javaOptions, '-cp', classPath, 'kafka.Kafka', this.#properties],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.#process = java;
    process.once('exit', this.#kill);
    await new Promise((resolve, reject) => {
      const failed = () => {
        reject(new Error(`Kafka did not start:\n${this.#lastLines.join('\n')}`));
      };
      const timer = setTimeout(failed, startedMsMax);
      java.once('error', reject);
      java.once('exit', failed);
      for (const stream of [java.stdout, java.stderr])
        createInterface({ input: stream }).on('line', (line) => {
          this.#lastLines = [...this.#lastLines, line].slice(-lastLinesMax);
          if (!line.includes('Kafka Server started')) return;
          clearTimeout(timer);
          resolve(undefined);
        });
    });
  }

  /** Shuts it down, and kills it when it takes too long. Its data stays. */
  async stop() {
    const java = this.#process;
    if (!java || java.exitCode !== null || java.signalCode !== null) return;
    const ended = once(java, 'exit');
    java.kill('SIGTERM');
    const timer = setTimeout(this.#kill, stoppedMsMax);
    await ended;
    clearTimeout(timer);
    process.off('exit', this.#kill);
  }

  /** Stands still, with all of its connections open, until it goes on: who asks it anything hears nothing. */
  hang() {
    this.#process?.kill('SIGSTOP');
  }

  goOn() {
    this.#process?.kill('SIGCONT');
  }

  /** Stops it, and removes its data. */
  async remove() {
    await this.stop();
    rmSync(this.place.folder, { recursive: true, force: true });
  }

  get #properties() {
    return join(this.place.folder, 'server.properties');
  }

  #kill = () => {
    this.#process?.kill('SIGKILL');
  };

  async #format() {
    const tool = ['-cp', this.place.classPath, 'kafka.tools.StorageTool'];
    const { stdout } = await run('java', [...tool, 'random-uuid']);
    await run('java', [...tool, 'format', '-t', stdout.trim(), '-c', this.#properties]);
  }
}

const run = promisify(execFile);

const javaOptions = [
  '-Xmx512m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
  '-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info',
];

/**
 * @param {string} folder
 * @param {number} port
 * @param {number} controllerPort
 * @returns {Record<string, string>}
 */
const propertiesOf = (folder, port, controllerPort) => ({
  'process.roles': 'broker,controller',
  'node.id': '1',
  'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
  listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
  'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
  'controller.listener.names': 'CONTROLLER',
  'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
  'log.dirs': join(folder, 'log'),
  'offsets.topic.replication.factor': '1',
  'offsets.topic.num.partitions': '1',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'group.initial.rebalance.delay.ms': '0',
  'auto.create.topics.enable': 'false',
});
