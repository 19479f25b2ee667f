import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { ensureInstalled, isInstalled } from './install.mjs';

const wanted = {
  'node_modules/nest': { version: '12.0.0', integrity: 'sha512-nest' },
  'node_modules/binding-for-elsewhere': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};
const nest = wanted['node_modules/nest'];

let folder: string;
const lock = (packages: object) => JSON.stringify({ packages });
const installed = (packages: object) => {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), lock(packages));
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roadbook-install-'));
  writeFileSync(join(folder, 'package-lock.json'), lock({ '': { name: 'roadbook' }, ...wanted }));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a checkout', () => {
  it('is not installed when it is fresh', () => {
    expect(isInstalled(folder)).toBe(false);
  });

  it('is installed when the packages are those of the lock file', () => {
    installed(wanted);
    expect(isInstalled(folder)).toBe(true);
  });

  it('is installed without the packages that are for other platforms', () => {
    installed({ 'node_modules/nest': nest });
    expect(isInstalled(folder)).toBe(true);
  });

  it.each([
    ['a package is missing', {}],
    ['a version differs', { 'node_modules/nest': { ...nest, version: '11.0.0' } }],
    ['a content differs', { 'node_modules/nest': { ...nest, integrity: 'sha512-other' } }],
    ['a package is left over', { 'node_modules/nest': nest, 'node_modules/old': nest }],
  ])('is not installed when %s', (_, packages) => {
    installed(packages);
    expect(isInstalled(folder)).toBe(false);
  });
});

describe('making sure of the packages', () => {
  const npmBefore = process.env.npm_execpath;
  afterEach(() => {
    if (npmBefore === undefined) delete process.env.npm_execpath;
    else process.env.npm_execpath = npmBefore;
  });

  it('installs once, by a clean install of the lock file', async () => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    process.env.npm_execpath = join(folder, 'npm.cjs');
    writeFileSync(
      process.env.npm_execpath,
      `const fs = require('node:fs');
       fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
       fs.mkdirSync('node_modules');
       fs.writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(lock(wanted))});`,
    );
    await ensureInstalled(folder);
    await ensureInstalled(folder);
    expect(readFileSync(join(folder, 'calls'), 'utf8')).toBe('ci --loglevel=error\n');
  });
});
