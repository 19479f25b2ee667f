import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { jest } from '@jest/globals';
import { build, ensureBuilt, isBuilt } from './build.mjs';

let folder: string;
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const builds = () => readFileSync(join(folder, 'builds'), 'utf8');

beforeEach(() => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  folder = mkdtempSync(join(tmpdir(), 'roadbook-build-'));
  write('apps/release/src/main.ts', 'first');
  for (const file of ['package-lock', 'nest-cli', 'tsconfig', 'tsconfig.build']) {
    write(`${file}.json`, '{}');
  }
  write(
    'node_modules/@nestjs/cli/bin/nest.js',
    `const fs = require('node:fs');
     fs.rmSync('dist', { recursive: true, force: true });
     fs.mkdirSync('dist');
     fs.appendFileSync('builds', process.argv.slice(2).join(' ') + '\\n');`,
  );
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe('making sure of the build', () => {
  it('builds a fresh checkout, and only once', async () => {
    expect(isBuilt(folder)).toBe(false);
    await ensureBuilt(folder);
    await ensureBuilt(folder);
    expect(builds()).toBe('build release\n');
    expect(isBuilt(folder)).toBe(true);
  });

  it.each([
    ['a source changed', 'apps/release/src/main.ts'],
    ['a source is new', 'libs/http/src/index.ts'],
    ['the packages changed', 'package-lock.json'],
    ['the settings of the build changed', 'tsconfig.build.json'],
  ])('builds again when %s', async (_, file) => {
    await ensureBuilt(folder);
    write(file, 'second');
    await ensureBuilt(folder);
    expect(builds()).toBe('build release\nbuild release\n');
  });

  it.each([
    'apps/release/src/main.spec.ts',
    'apps/release/src/commands/service.fixture.ts',
    'scripts/launch.mjs',
    'test/journeys/road.spec.ts',
  ])('does not build again for %s, which is not built', async (file) => {
    await ensureBuilt(folder);
    write(file, 'second');
    expect(isBuilt(folder)).toBe(true);
  });

  it('builds again when somebody else emptied dist', async () => {
    await ensureBuilt(folder);
    rmSync(join(folder, 'dist'), { recursive: true });
    expect(isBuilt(folder)).toBe(false);
  });

  it('builds unconditionally when asked to', () => {
    build(folder);
    build(folder);
    expect(builds()).toBe('build release\nbuild release\n');
  });
});
