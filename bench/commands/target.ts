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

const reason = 'a dependency with a known vulnerability is being looked into';
const commit = 'c0ffee10';
const evidence = { link: 'https://ci.example/runs/4711', note: '1,204 tests passed' };
const tickets = Array.from({ length: 8 }, (_, index) => ({
  id: `T-${index + 1}`,
  title: 'Keep the session after a restart',
  type: 'fix',
}));

/** What a client does with a release: each is a command that records one event, and of the last two roles are notified besides. */
const steps: readonly ((release: string, token: string) => string)[] = [
  (release, token) => request('PUT', `${release}/candidate`, token, { commit }),
  ...tickets.map(({ id }) => (release: string, token: string) => {
    const verdict = { gate: 'quality', verdict: 'passed', candidate: commit, evidence };
    return request('POST', `${release}/gates`, token, { ...verdict, tickets: [id] });
  }),
  (release, token) => request('PUT', `${release}/security-block`, token, { reason }),
  (release, token) => request('POST', `${release}/security-block/clearance`, token, { reason }),
];

/**
 * The next request of a client: it plans a release of its own, names its candidate, reports a verdict about each ticket, as CI jobs do,
 * blocks it and clears the block, and goes on to its next release.
 */
export function requestOf(target: Target, client: number, turn: number): string {
  const { takes, token } = target;
  if (takes === 'searches') return searchRequest(target, client + turn);
  const turnsOfRelease = steps.length + 1;
  const version = `1.${client}.${Math.floor(turn / turnsOfRelease)}`;
  if (takes === 'rows') return request('POST', '/rows', token, { project, version, reason });
  const releases = `/v1/projects/${project}/releases`;
  const step = steps[(turn % turnsOfRelease) - 1];
  return step
    ? step(`${releases}/${version}`, token)
    : request('POST', releases, token, { version, kind: 'standard', tickets });
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
