// npm test [-- jest's arguments]: jest as it is, then `N passed, N failed` alone on the last line.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled } from './ready/install.mjs';
import { root } from './ready/run.mjs';

await ensureInstalled();

const jest = spawn(
  process.execPath,
  [join(root, 'node_modules/jest/bin/jest.js'), ...process.argv.slice(2)],
  {
    cwd: root,
    env: {
      ...process.env,
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`,
    },
    // One stream for everything, so that the counts stay behind jest's closing lines wherever they go.
    stdio: ['inherit', process.stdout, process.stdout, 'ipc'],
  },
);

let counts = { passed: 0, failed: 0 };
jest.on('message', (message) => {
  counts = /** @type {typeof counts} */ (message);
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => jest.kill(signal));
}
jest.on('close', (code) => {
  const nothingRan = counts.passed + counts.failed === 0;
  process.exitCode = code === 0 && nothingRan ? 1 : (code ?? 1);
  process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
});
