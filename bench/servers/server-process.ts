import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Probed } from './probe.js';

const listensMsMax = 60_000;
const healthyMsMax = 600_000;
const lookEveryMs = 5;

const listening = /listens on (\S+)/;

/** A server in a process of its own, on loopback, under the probe. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** Resolves when the server has said where it listens. */
  static async start(script: string, dataFolder: string): Promise<ServerProcess> {
    const child = fork(script, {
      execArgv: ['--import', probe, ...startArguments(), ...givenArguments()],
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: '0',
        ROADBOOK_DATA: dataFolder,
        ROADBOOK_LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    const end = () => child.kill('SIGKILL');
    process.once('exit', end);
    child.once('exit', () => process.off('exit', end));
    return new ServerProcess(child, await urlOf(child, script));
  }

  async untilHealthy(which: 'started' | 'ready'): Promise<void> {
    const signal = AbortSignal.timeout(healthyMsMax);
    while (!(await fetch(`${this.url}/health/${which}`, { signal })).ok) await pause(lookEveryMs);
  }

  async probe(): Promise<Probed> {
    const answer = once(this.child, 'message') as Promise<[Probed]>;
    this.child.send('probe');
    return (await answer)[0];
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}

const probe = new URL('./probe.js', import.meta.url).href;

/** The options of Node.js with which `npm start` starts. */
function startArguments(): string[] {
  const file = scriptAt('../../../package.json', import.meta.url);
  const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as { scripts: { start: string } };
  return scripts.start.match(/--\S+/g) ?? [];
}

/** `ROADBOOK_BENCH_NODE_OPTIONS`: options of Node.js for the servers alone, such as `--cpu-prof`. */
const givenArguments = (): string[] =>
  (process.env.ROADBOOK_BENCH_NODE_OPTIONS ?? '').split(' ').filter((option) => option !== '');

export const scriptAt = (path: string, base: string): string => fileURLToPath(new URL(path, base));

/** All services in one process, as they are built. */
export const allServices = scriptAt('../../together/main.js', import.meta.url);

/** The knowledge base as it is built. */
export const knowledgeBaseService = scriptAt(
  '../../apps/knowledge-base/src/main.js',
  import.meta.url,
);

/** The release service as it is built. */
export const releaseService = scriptAt('../../apps/release/src/main.js', import.meta.url);

async function urlOf(child: ChildProcess, script: string): Promise<string> {
  let said = '';
  const found = new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const url = listening.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', () => {
      reject(new Error(`${script} ended at its start`));
    });
  });
  const late = pause(listensMsMax, undefined, { ref: false }).then(() => {
    throw new Error(`${script} does not say where it listens`);
  });
  return Promise.race([found, late]);
}
