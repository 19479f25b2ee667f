import { createHash } from 'node:crypto';
import type { ReleaseToWalk, TicketOfRelease } from './release-to-walk.js';

/** What a line has to be: `{version, date, commit?, tickets: [{id, title, type}], upgradeNotes?}`. */
type Line = Readonly<Record<string, unknown>>;

/**
 * The release that a line tells of.
 * @throws Error that says where, and what is wrong
 */
export function releaseIn(line: string, where: string): ReleaseToWalk {
  const wrong = (what: string): Error => new Error(`${where}: ${what}`);
  const value = jsonOf(line);
  if (value === undefined) throw wrong('this is no JSON');
  if (!isObject(value)) throw wrong(shape);
  const { version, date, tickets, commit, upgradeNotes = [] } = value;
  if (!isText(version) || !isText(date) || !Array.isArray(tickets)) throw wrong(shape);
  const atMs = Date.parse(date);
  if (Number.isNaN(atMs)) throw wrong('"date" is no date');
  if (!tickets.every(isTicket)) throw wrong('a ticket is {"id", "title", "type"}, each a text');
  if (tickets.length === 0) throw wrong('"tickets" is empty; a release has at least one');
  if (commit !== undefined && !isText(commit))
    throw wrong('"commit" is a text that is not empty, or left out');
  if (!Array.isArray(upgradeNotes) || !upgradeNotes.every(isText))
    throw wrong('"upgradeNotes" is a list of texts, or left out');
  return {
    version,
    kind: 'standard',
    commit: commit ?? createHash('sha1').update(line).digest('hex'),
    tickets,
    migrationNotes: upgradeNotes,
    occurredAt: new Date(atMs).toISOString(),
  };
}

const shape = 'a line is {"version", "date", "tickets": [{"id", "title", "type"}]}';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isObject = (value: unknown): value is Line =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTicket = (value: unknown): value is TicketOfRelease =>
  isObject(value) && [value.id, value.title, value.type].every(isText);

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
