import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone.mjs';
import { root, run, say } from './run.mjs';

/** Installs the locked packages unless exactly these are there. */
export async function ensureInstalled(folder = root) {
  if (isInstalled(folder)) return;
  await alone(folder, () => {
    if (isInstalled(folder)) return;
    say('Installing packages (takes a minute, once) ...');
    // npm as the caller runs it; where nobody does, the one on the path. Its warnings are about packages of packages.
    const npm = process.env.npm_execpath;
    const install = ['ci', '--loglevel=error'];
    if (npm) run(folder, process.execPath, [npm, ...install]);
    else run(folder, 'npm', install);
  });
}

/**
 * True when the packages in node_modules are those of the lock file. npm notes there what it installed, as its last
 * act, so this also holds after an `npm ci` by hand, and not after one that was interrupted.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const installed = packagesIn(join(folder, 'node_modules/.package-lock.json'));
  const { '': project, ...locked } = packagesIn(join(folder, 'package-lock.json'));
  return (
    Object.entries(locked).every(([path, wanted]) => satisfies(installed[path], wanted)) &&
    Object.keys(installed).every((path) => path in locked)
  );
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} Package
 * @param {Package | undefined} found
 * @param {Package} wanted optional ones are for one platform each, and are missing on the others
 */
function satisfies(found, wanted) {
  if (!found) return wanted.optional === true;
  return found.version === wanted.version && found.integrity === wanted.integrity;
}

/**
 * @param {string} lockFile
 * @returns {Record<string, Package>}
 */
function packagesIn(lockFile) {
  if (!existsSync(lockFile)) return {};
  /** @type {{ packages: Record<string, Package> }} */
  const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
  return lock.packages;
}
