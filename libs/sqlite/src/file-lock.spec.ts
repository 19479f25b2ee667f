import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { takeLock } from './file-lock.js';
import { temporaryFolder } from './temporary-folder.fixture.js';

/** Takes the lock in another process, as whoever works there would, and holds it until it is killed. */
const holder = `
  const { DatabaseSync } = require(process.argv[1]);
  const lock = new DatabaseSync(process.argv[2]);
  try { lock.exec('BEGIN EXCLUSIVE'); console.log('locked'); setInterval(() => {}, 1000); }
  catch (error) { console.log(error.message); }
`;
const driver = createRequire(import.meta.url).resolve('@photostructure/sqlite');

function otherProcess(path: string) {
  const child = spawn(process.execPath, ['-e', holder, driver, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = once(child.stdout, 'data').then(([text]) => String(text).trim());
  return { child, said };
}

describe('a lock', () => {
  const folder = temporaryFolder();
  const path = folder.file('guests.db.lock');
  afterAll(() => {
    folder.remove();
  });
  const taken = () => {
    const lock = takeLock(path);
    expect(lock).toBeDefined();
    lock?.close();
  };

  it('lets one in at a time, in one process too', () => {
    const lock = takeLock(path);
    expect(lock).toBeDefined();
    expect(takeLock(path)).toBeUndefined();
    lock?.close();
    taken();
  });

  it('keeps other processes out', async () => {
    const lock = takeLock(path);
    const { child, said } = otherProcess(path);
    expect(await said).toBe('database is locked');
    await once(child, 'close');
    lock?.close();
  });

  it('dies with its process, however that ends', async () => {
    const { child, said } = otherProcess(path);
    expect(await said).toBe('locked');
    expect(takeLock(path)).toBeUndefined();
    child.kill('SIGKILL');
    await once(child, 'close');
    taken();
  });

  it('is refused where there can be no file', () => {
    const nowhere = folder.file('nowhere/guests.db.lock');
    expect(() => takeLock(nowhere)).toThrow(`${nowhere} cannot be opened`);
  });
});
