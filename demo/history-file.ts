import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { releaseIn } from './history-line.js';
import type { ReleaseToWalk } from './release-to-walk.js';

export interface History {
  readonly releases: readonly ReleaseToWalk[];
  /** The same for the same content. */
  readonly digest: string;
  /** The project that the file is named after. */
  readonly project: string;
}

/**
 * Looks through the whole file before anything is done with it.
 * @throws Error that names the file, the line and what is wrong with it
 */
export function readHistory(file: string): History {
  const bytes = bytesOf(file);
  return {
    releases: releasesIn(bytes, file),
    digest: createHash('sha256').update(bytes).digest('hex'),
    project: slugOf(basename(file)),
  };
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : '';
    throw new Error(`${file}: ${reason || (error as Error).message}`, { cause: error });
  }
}

function releasesIn(bytes: Buffer, file: string): ReleaseToWalk[] {
  const releases: ReleaseToWalk[] = [];
  const lineOf = new Map<string, number>();
  for (const [index, line] of linesOf(bytes).entries()) {
    const where = `${file}, line ${String(index + 1)}`;
    if (!isUtf8(line)) throw new Error(`${where}: this is not UTF-8`);
    const text = line.toString('utf8').replace(/^\uFEFF/, '');
    if (text.trim() === '') continue;
    const release = releaseIn(text, where);
    const before = lineOf.get(release.version);
    if (before !== undefined)
      throw new Error(`${where}: ${release.version} stands in line ${String(before)} already`);
    lineOf.set(release.version, index + 1);
    releases.push(release);
  }
  return releases;
}

const newline = 0x0a;

/** Cut before they are read as text, so that a line that is none can be named. */
function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, from)) {
    lines.push(bytes.subarray(from, at));
    from = at + 1;
  }
  return [...lines, bytes.subarray(from)];
}

/** A letter, then letters, digits and hyphens. */
function slugOf(name: string): string {
  const slug = name
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return slug === '' ? 'history' : slug.slice(0, 63);
}
