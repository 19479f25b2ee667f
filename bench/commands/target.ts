import { randomUUID } from 'node:crypto';

/** A server under load, as the clients see it. */
export interface Target {
  readonly name: string;
  readonly url: string;
  readonly takes: 'commands' | 'rows' | 'searches';
  /** Sent to all of them, so that all requests are of one size. */
  readonly token: string;
  /** What is looked for, in turns. */
  readonly searches?: readonly string[];
}

export const project = 'bench';

/** About as many events as a release has that goes all the way to production. */
const turnsOfRelease = 60;

const reason = 'a dependency with a known vulnerability is being looked into';

const tickets = ['1', '2', '3'].map((number) => ({
  id: `T-${number}`,
  title: 'Keep the session after a restart',
  type: 'fix',
}));

/**
 * The next request of a client: it plans a release of its own, puts a security block on it and clears it again, in turns, and goes
 * on to its next release. Each is a command that records one event.
 */
export function requestOf(target: Target, client: number, turn: number): string {
  const { takes, token } = target;
  if (takes === 'searches') return searchRequest(target, client + turn);
  const version = `1.${client}.${Math.floor(turn / turnsOfRelease)}`;
  if (takes === 'rows') return request('POST', '/rows', token, { project, version, reason });
  const nth = turn % turnsOfRelease;
  const releases = `/v1/projects/${project}/releases`;
  if (nth === 0) return request('POST', releases, token, { version, kind: 'standard', tickets });
  const block = `${releases}/${version}/security-block`;
  return nth % 2 === 1
    ? request('PUT', block, token, { reason })
    : request('POST', `${block}/clearance`, token, { reason });
}

export const searchPath = (words: string): string =>
  `/v1/projects/${project}/search?q=${encodeURIComponent(words)}&limit=20`;

const searchRequest = ({ token, searches = [] }: Target, nth: number): string =>
  [
    `GET ${searchPath(searches[nth % searches.length] ?? '')} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: Bearer ${token}`,
    '',
    '',
  ].join('\r\n');

/** Asked once on each new connection before anything is timed: servers take connections up one after the other. */
export const greeting = ['GET /health/started HTTP/1.1', 'Host: 127.0.0.1', '', ''].join('\r\n');

function request(method: string, path: string, token: string, fields: object): string {
  const body = JSON.stringify(fields);
  return [
    `${method} ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: Bearer ${token}`,
    `Idempotency-Key: ${randomUUID()}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}
