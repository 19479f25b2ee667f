import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { lockForWriting } from './writer-lock.js';
import { temporaryFolder } from './temporary-folder.fixture.js';

/** Takes the lock in another process, as the store there would, and holds it until it is killed. */
const holder = `
  const { DatabaseSync } = require(process.argv[1]);
  const lock = new DatabaseSync(process.argv[2] + '.lock');
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

describe('the writer lock', () => {
  const folder = temporaryFolder();
  const path = folder.file('events.db');
  afterAll(() => {
    folder.remove();
  });

  it('lets one writer in at a time, in one process too', () => {
    const lock = lockForWriting(path);
    expect(() => lockForWriting(path)).toThrow(
      `${path} is written by another process; stop that one first, or set ROADBOOK_DATA to another folder`,
    );
    lock.close();
    lockForWriting(path).close();
  });

  it('keeps other processes out', async () => {
    const lock = lockForWriting(path);
    const { child, said } = otherProcess(path);
    expect(await said).toBe('database is locked');
    await once(child, 'close');
    lock.close();
  });

  it('dies with its process, however that ends', async () => {
    const { child, said } = otherProcess(path);
    expect(await said).toBe('locked');
    expect(() => lockForWriting(path)).toThrow('is written by another process');
    child.kill('SIGKILL');
    await once(child, 'close');
    lockForWriting(path).close();
  });
});
