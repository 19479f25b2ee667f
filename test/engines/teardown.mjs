import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Ends the engines that specs of this run have started. */
export default function teardown() {
  const folder = process.env.ROADBOOK_TEST_ENGINES ?? '';
  const started = join(folder, 'kafka.pid');
  if (existsSync(started)) end(Number(readFileSync(started, 'utf8')));
  rmSync(folder, { recursive: true, force: true });
}

/** @param {number} pid */
function end(pid) {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}
