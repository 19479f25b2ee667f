import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from './data-folder.js';

describe('the data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roadbook-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is made for its owner only', () => {
    const path = join(folder, 'a', 'data');
    openDataFolder(path);
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  it('may exist already', () => {
    expect(() => {
      openDataFolder(folder);
    }).not.toThrow();
  });

  it('is refused where a file stands in its place', () => {
    const path = join(folder, 'file');
    writeFileSync(path, '');
    expect(() => {
      openDataFolder(path);
    }).toThrow('ROADBOOK_DATA must be a folder that this process may read and write');
  });
});
