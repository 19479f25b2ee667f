import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled } from './ready/install.mjs';
import { root } from './ready/run.mjs';

/**
 * Runs jest as it is, and tells how many tests passed and failed. The exit code of this process is that of jest, and 1 when nothing ran.
 * @param {readonly string[]} args of jest
 */
export async function runJest(args) {
  await ensureInstalled();
  const jest = spawn(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...args], {
    cwd: root,
    env: {
      ...process.env,
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`,
    },
    // One stream for everything, so that what is said afterwards stays behind jest's closing lines wherever they go.
    stdio: ['inherit', process.stdout, process.stdout, 'ipc'],
  });
  let counts = { passed: 0, failed: 0 };
  jest.on('message', (message) => {
    counts = /** @type {typeof counts} */ (message);
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => jest.kill(signal));
  }
  /** @type {number | null} */
  const code = await new Promise((resolve) => jest.on('close', resolve));
  const nothingRan = counts.passed + counts.failed === 0;
  process.exitCode = code === 0 && nothingRan ? 1 : (code ?? 1);
  return counts;
}
