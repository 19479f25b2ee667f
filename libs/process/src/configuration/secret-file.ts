import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '../durability/sync-folder.js';

/**
 * The content of a file that only its owner may read; made with what `make` returns where it doesn't exist.
 * Of several processes that make it at once one wins, and all of them get its content: the file appears
 * under its name only when it is complete.
 */
export function secretFile(path: string, make: () => string): string {
  const existing = read(path);
  if (existing !== undefined) return existing;
  const draft = `${path}.${randomUUID()}`;
  try {
    writeDurably(draft, make());
    link(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
  syncFolder(dirname(path));
  return readFileSync(path, 'utf8');
}

/** A key of 32 bytes as 64 hexadecimal digits, kept in such a file. */
export const keyFile = (path: string, make = randomKey): string => secretFile(path, make).trim();

const randomKey = (): string => `${randomBytes(32).toString('hex')}\n`;

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function writeDurably(path: string, content: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function link(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
