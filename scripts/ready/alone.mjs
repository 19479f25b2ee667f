import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './run.mjs';

const retryDelayMs = 200;

/**
 * Does the work while no other process does such work in the same checkout: two terminals, or the workers of one
 * test run, would otherwise install or build into each other. A lock whose process has died counts for nothing.
 * @param {string} folder
 * @param {() => void} work
 */
export async function alone(folder, work) {
  const lock = join(folder, '.ready.lock');
  let waiting = false;
  while (!take(lock)) {
    if (!waiting) say('Waiting for another process that installs or builds here ...');
    waiting = true;
    await pause(retryDelayMs);
  }
  const release = () => {
    rmSync(lock, { force: true });
  };
  process.once('exit', release);
  try {
    work();
  } finally {
    release();
    process.off('exit', release);
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (isAbandoned(lock)) rmSync(lock, { force: true });
    return false;
  }
}

/** @param {string} lock */
function isAbandoned(lock) {
  if (!existsSync(lock)) return false;
  const holder = Number(readFileSync(lock, 'utf8'));
  try {
    // Signal 0 asks whether the process exists. An empty file is a holder that is just writing its number.
    return holder > 0 && !process.kill(holder, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}
