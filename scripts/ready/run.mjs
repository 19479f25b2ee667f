// What makes a checkout ready is plain Node without packages, because it has to work on a fresh clone. Whatever it
// says goes to stderr; stdout belongs to the command that is made ready for.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Runs a command to its end; when it fails, this process ends with its exit code.
 * @param {string} folder
 * @param {string} command
 * @param {string[]} args
 */
export function run(folder, command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: folder,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (status === 0) return;
  say(`${[command, ...args].join(' ')} failed${error ? `: ${error.message}` : ''}`);
  process.exit(status ?? 1);
}

/** @param {string} sentence */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}
