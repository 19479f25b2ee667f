import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { alone } from './alone.mjs';

let folder: string;
let lock: string;
let told: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roadbook-alone-'));
  lock = join(folder, '.ready.lock');
  told = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told.push(String(text));
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe('work on a checkout', () => {
  it('holds the lock while it runs, and not after', async () => {
    let held = false;
    await alone(folder, () => {
      held = existsSync(lock);
    });
    expect(held).toBe(true);
    expect(existsSync(lock)).toBe(false);
  });

  it('gives the lock back when it fails', async () => {
    const failing = alone(folder, () => {
      throw new Error('no space left');
    });
    await expect(failing).rejects.toThrow('no space left');
    expect(existsSync(lock)).toBe(false);
  });

  it('waits for a process that is at it, and says so once', async () => {
    writeFileSync(lock, String(process.pid));
    const work = jest.fn();
    const waiting = alone(folder, work);
    expect(work).not.toHaveBeenCalled();
    rmSync(lock);
    await waiting;
    expect(work).toHaveBeenCalledTimes(1);
    expect(told).toStrictEqual(['Waiting for another process that installs or builds here ...\n']);
  });

  it('does not wait for a process that has died', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(lock, String(pid));
    const work = jest.fn();
    await alone(folder, work);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
