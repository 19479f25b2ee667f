import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Compares byte by byte; with UPDATE_GOLDEN=1 it writes the file instead, to be read before it is committed. */
export function expectGolden(folder: string, file: string, text: string): void {
  const path = join(folder, file);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
}
