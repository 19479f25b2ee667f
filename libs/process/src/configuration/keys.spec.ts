import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptKey } from './keys.js';

describe('a key that is kept in the data folder', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'roadbook-'));
  const file = join(dataFolder, 'actor.key');
  afterAll(() => {
    rmSync(dataFolder, { recursive: true });
  });

  it('is never made where events rest on it', () => {
    expect(() => keptKey('actorKey', { dataFolder }, true)).toThrow(
      `${file} is missing, and the events on record rest on it: put it back, or set ROADBOOK_ACTOR_KEY to the key that was in it`,
    );
  });

  it('is made once, for its owner only', () => {
    const key = keptKey('actorKey', { dataFolder });
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(readFileSync(file, 'utf8')).toBe(`${key}\n`);
    expect(keptKey('actorKey', { dataFolder }, true)).toBe(key);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is not looked for where it is set', () => {
    const actorKey = 'ab'.repeat(32);
    expect(keptKey('actorKey', { dataFolder, actorKey }, true)).toBe(actorKey);
  });

  it('is refused where its file holds something else', () => {
    writeFileSync(file, 'junk');
    expect(() => keptKey('actorKey', { dataFolder })).toThrow(
      `${file} holds no key, which is 64 hexadecimal digits: put it back, or set ROADBOOK_ACTOR_KEY to the key that was in it`,
    );
  });
});
