import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { RebuildInProgress } from '../errors.js';
import { alone } from './alone.js';
import { temporaryFolders } from './temporary-folder.fixture.js';

const folderOf = temporaryFolders();

/** Takes the lock in a process of its own, says so, and keeps it. */
const holder = `
  const { DatabaseSync } = require('@photostructure/sqlite');
  const lock = new DatabaseSync(process.argv[1]);
  lock.exec('BEGIN EXCLUSIVE');
  process.stdout.write('held');
  setInterval(() => lock.isOpen, 1000);
`;

describe('work that is done alone', () => {
  it('is refused while other work holds the lock, and done when that has ended or failed', async () => {
    const lock = join(folderOf(), 'lock');
    let end: () => void = () => undefined;
    const first = alone(lock, () => new Promise<void>((resolve) => (end = resolve)));
    await expect(alone(lock, () => 'second')).rejects.toThrow(RebuildInProgress);
    end();
    await first;
    const failing = alone(lock, () => Promise.reject(new Error('failed')));
    await expect(failing).rejects.toThrow('failed');
    expect(await alone(lock, () => 'third')).toBe('third');
  });

  it('is refused while another process holds the lock, and done when that was killed', async () => {
    const lock = join(folderOf(), 'lock');
    const other = spawn(process.execPath, ['-e', holder, lock], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(other.stdout, 'data');
    await expect(alone(lock, () => 'mine')).rejects.toThrow(RebuildInProgress);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(await alone(lock, () => 'mine')).toBe('mine');
  });
});
