import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the spec files of one run find the engines that one of them started. */
export default function setup() {
  process.env.ROADBOOK_TEST_ENGINES = mkdtempSync(join(tmpdir(), 'roadbook-engines-'));
  process.env.ROADBOOK_TEST_RUN = String(process.pid);
}
