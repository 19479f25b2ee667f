import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for a test. */
export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'roadbook-sqlite-'));
  return {
    file: (name: string) => join(path, name),
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
