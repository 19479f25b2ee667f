import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ReleaseToWalk, TicketOfRelease } from './release-to-walk.js';

/** A line of the file: `{version, date, commit?, tickets: [{id, title, type}], upgradeNotes?}`. */
interface Line {
  readonly version: string;
  readonly date: string;
  readonly commit?: string;
  readonly tickets: readonly TicketOfRelease[];
  readonly upgradeNotes?: readonly string[];
}

export interface History {
  readonly releases: readonly ReleaseToWalk[];
  /** The same for the same content. */
  readonly digest: string;
  /** The project that the file is named after. */
  readonly project: string;
}

/** @throws Error that names the file, the line and what is wrong with it */
export function readHistory(file: string): History {
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n').map((line, index) => ({ line, number: index + 1 }));
  return {
    releases: lines
      .filter(({ line }) => line.trim() !== '')
      .map(({ line, number }) => releaseOf(line, `${file}, line ${String(number)}`)),
    digest: createHash('sha256').update(text).digest('hex'),
    project: slugOf(basename(file)),
  };
}

function releaseOf(line: string, where: string): ReleaseToWalk {
  const { version, date, commit, tickets, upgradeNotes = [] } = parsed(line, where);
  const atMs = Date.parse(date);
  if (Number.isNaN(atMs)) throw new Error(`${where}: "date" is no date`);
  return {
    version,
    kind: 'standard',
    commit: commit ?? createHash('sha1').update(line).digest('hex'),
    tickets,
    migrationNotes: upgradeNotes,
    occurredAt: new Date(atMs).toISOString(),
  };
}

function parsed(line: string, where: string): Line {
  const value = jsonOf(line, where) as Partial<Line> | null;
  if (
    typeof value?.version !== 'string' ||
    typeof value.date !== 'string' ||
    !Array.isArray(value.tickets)
  )
    throw new Error(
      `${where}: a line is {"version", "date", "tickets": [{"id", "title", "type"}]}`,
    );
  return value as Line;
}

function jsonOf(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`${where}: this is no JSON`);
  }
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
