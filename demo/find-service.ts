import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readConfiguration } from '@roadbook/process';

/** A service to drive, and the data folder with whose key tokens are signed for it. */
export interface FoundService {
  readonly url: string;
  readonly dataFolder: string;
  readonly temporary: boolean;
  stop(): Promise<void>;
}

const startedMsMax = 15_000;
const stoppedMsMax = 5_000;
const lookEveryMs = 100;

/** The one at `ROADBOOK_URL`, else the one on the local `PORT`, else a temporary one with a data folder of its own. */
export async function findService(): Promise<FoundService> {
  const { port, dataFolder } = readConfiguration();
  const stop = () => Promise.resolve();
  const given = givenUrl();
  if (given !== undefined) return { url: given, dataFolder, temporary: false, stop };
  const local = `http://127.0.0.1:${String(port)}`;
  if (await isReady(local)) return { url: local, dataFolder, temporary: false, stop };
  return startTemporary();
}

/** @throws Error when `ROADBOOK_URL` is no address that can be asked */
export function givenUrl(given = process.env.ROADBOOK_URL): string | undefined {
  if (given === undefined || given === '') return undefined;
  if (!/^https?:/i.test(given) || !URL.canParse(given))
    throw new Error(
      `ROADBOOK_URL must be an address such as http://127.0.0.1:3000, and ${given} is none`,
    );
  return given.replace(/\/+$/, '');
}

async function startTemporary(): Promise<FoundService> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'roadbook-demo-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const main = fileURLToPath(new URL('../together/main.js', import.meta.url));
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      PORT: String(port),
      ROADBOOK_DATA: dataFolder,
      ROADBOOK_LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const leaveNothing = () => {
    child.kill('SIGKILL');
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', leaveNothing);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      process.exit(128 + constants.signals[signal]);
    });
  await untilReady(url, child);
  return { url, dataFolder, temporary: true, stop: () => end(child) };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const sinceMs = Date.now();
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error('the temporary service ended at its start');
    if (Date.now() - sinceMs > startedMsMax)
      throw new Error('the temporary service does not start');
    await pause(lookEveryMs);
  }
}

/** Its folder goes when the demo ends, however that comes about. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([ended, pause(stoppedMsMax)]);
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
