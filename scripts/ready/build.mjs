import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone.mjs';
import { root, run, say } from './run.mjs';

const sources = ['apps', 'libs', 'together', 'demo', 'bench', 'scripts'];
const settings = ['package-lock.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json'];

/** Builds all apps, libraries and scripts unless dist already comes from this very source. */
export async function ensureBuilt(folder = root) {
  if (isBuilt(folder)) return;
  await alone(folder, () => {
    if (!isBuilt(folder)) build(folder);
  });
}

/** Builds, whatever was built before. The stamp comes last: a build that was cut short leaves none. */
export function build(folder = root) {
  const hash = sourceHash(folder);
  say('Building ...');
  run(folder, process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build', 'release']);
  writeFileSync(stampIn(folder), hash);
}

/**
 * True when dist was built from the sources as they are now.
 * @param {string} folder
 */
export function isBuilt(folder) {
  const stamp = stampIn(folder);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceHash(folder);
}

/** @param {string} folder */
const stampIn = (folder) => join(folder, 'dist/.built-from');

/** @param {string} folder */
function sourceHash(folder) {
  const hash = createHash('sha256');
  // An image is built without those that are for trials.
  const there = sources.filter((name) => existsSync(join(folder, name)));
  for (const file of [...settings, ...there.flatMap((name) => builtFiles(folder, name))]) {
    hash
      .update(`${file}\n`)
      .update(readFileSync(join(folder, file)))
      .update('\n');
  }
  return hash.digest('hex');
}

/**
 * What the build reads, in a fixed order: no specs, no fixtures of specs, no plain scripts such as this one.
 * @param {string} folder
 * @param {string} name
 */
function builtFiles(folder, name) {
  const path = join(folder, name);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.spec|\.fixture)\.ts$/.test(file))
    .sort()
    .map((file) => join(name, file));
}
