import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');
const preload = join(import.meta.dirname, 'failpoints.mjs');
const outputCharactersMax = 20_000;
const lookEveryMs = 20;

/** What a built entry is started with. */
export interface Starting {
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  /** `name:n`, the n-th time that it is passed. */
  readonly failpoint?: string;
  /** Who dies there instead. */
  readonly victim?: number;
  readonly args?: readonly string[];
}

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A built entry in a process of its own, that may die at a failpoint or be killed. */
export class ServiceProcess {
  /** Resolves when it is gone and everything that it said has been read. */
  readonly ended: Promise<Ended>;
  output = '';

  private constructor(
    private readonly what: string,
    private readonly child: ChildProcess,
  ) {
    const listen = (chunk: Buffer) => {
      this.output = (this.output + String(chunk)).slice(-outputCharactersMax);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    this.ended = new Promise((resolve) => {
      child.once('close', (code, signal) => {
        resolve({ code, signal });
      });
    });
  }

  static start({ entry, env, failpoint, victim, args = [] }: Starting): ServiceProcess {
    const preloaded = failpoint === undefined ? [] : ['--import', preload];
    const child = spawn(process.execPath, [...preloaded, join(root, 'dist', entry), ...args], {
      env: {
        PATH: process.env.PATH,
        ROADBOOK_LOG_LEVEL: 'error',
        ...env,
        ...(failpoint !== undefined && { ROADBOOK_TEST_FAILPOINT: failpoint }),
        ...(victim !== undefined && { ROADBOOK_TEST_VICTIM: String(victim) }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new ServiceProcess([entry, ...args, failpoint ?? ''].join(' ').trim(), child);
  }

  /** The errors that it logged. */
  get complaints(): string[] {
    return this.output.split('\n').filter((line) => line.includes('"level":"error"'));
  }

  get pid(): number {
    const { pid } = this.child;
    if (pid === undefined) throw new Error(`${this.what} could not be started`);
    return pid;
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    this.child.kill(signal);
  }

  /** @throws Error when it is still there after that time */
  async endedWithin(msMax: number): Promise<Ended> {
    const noLonger = new AbortController();
    const late = pause(msMax, undefined, { signal: noLonger.signal }).then(
      () => this.failed(`is still running after ${String(msMax)} ms`),
      () => undefined,
    );
    const ended = await Promise.race([this.ended, late]);
    noLonger.abort();
    return ended ?? this.ended;
  }

  /** @throws Error when it ends in another way, or later */
  async killedWithin(msMax: number): Promise<void> {
    const { code, signal } = await this.endedWithin(msMax);
    if (signal !== 'SIGKILL')
      this.failed(`ended with ${signal ?? `code ${String(code)}`} instead of being killed`);
  }

  /** @throws Error when it does not answer by then, or ends before */
  untilReady(url: string, msMax: number, what: 'started' | 'ready' = 'started'): Promise<void> {
    return this.until(() => answers(`${url}/health/${what}`), msMax);
  }

  /** @throws Error when it does not say this by then, or ends before */
  untilSaid(text: string, msMax: number): Promise<void> {
    return this.until(() => Promise.resolve(this.output.includes(text)), msMax);
  }

  private async until(holds: () => Promise<boolean>, msMax: number): Promise<void> {
    const sinceMs = Date.now();
    while (!(await holds())) {
      if (this.child.exitCode !== null || this.child.signalCode !== null)
        this.failed('ended before it was ready');
      if (Date.now() - sinceMs > msMax) this.failed(`is not ready after ${String(msMax)} ms`);
      await pause(lookEveryMs);
    }
  }

  /** @throws Error that shows what it said */
  failed(how: string): never {
    throw new Error(`${this.what} ${how}; it said:\n${this.output}`);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    return false;
  }
}
