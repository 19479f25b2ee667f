import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyFile, secretFile } from './secret-file.js';

describe('a secret file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roadbook-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is made once, for its owner only, and read from then on', () => {
    const path = join(folder, 'once');
    expect(secretFile(path, () => 'first')).toBe('first');
    expect(secretFile(path, () => 'second')).toBe('first');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is the same for two that make it at the same time', () => {
    const path = join(folder, 'raced');
    const content = secretFile(path, () => {
      writeFileSync(path, 'by the other one');
      return 'by this one';
    });
    expect(content).toBe('by the other one');
  });

  it('leaves no draft behind, also when making it fails', () => {
    const before = readdirSync(folder);
    expect(() =>
      secretFile(join(folder, 'never'), () => {
        throw new Error('no entropy');
      }),
    ).toThrow('no entropy');
    expect(readdirSync(folder)).toStrictEqual(before);
  });

  it('can hold a key, another one in each', () => {
    const key = keyFile(join(folder, 'one.key'));
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(keyFile(join(folder, 'one.key'))).toBe(key);
    expect(keyFile(join(folder, 'other.key'))).not.toBe(key);
  });
});
