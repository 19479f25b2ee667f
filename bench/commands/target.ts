import { randomUUID } from 'node:crypto';

/** A server under load, as the clients see it. */
export interface Target {
  readonly name: string;
  readonly url: string;
  readonly takes: 'commands' | 'rows';
  /** Sent to all of them, so that all requests are of one size. */
  readonly token: string;
}

export const project = 'bench';

/** The release that a client works on: each has its own. */
export const versionOf = (client: number): string => `1.${client}.0`;

const reason = 'a dependency with a known vulnerability is being looked into';

/**
 * The next request of a client. A security block is put on its release and cleared again, in turns: each is a command that
 * records an event.
 */
export function requestOf({ takes, token }: Target, client: number, turn: number): string {
  const version = versionOf(client);
  if (takes === 'rows') return request('POST', '/rows', token, { project, version, reason });
  const block = `/v1/projects/${project}/releases/${version}/security-block`;
  return turn % 2 === 0
    ? request('PUT', block, token, { reason })
    : request('POST', `${block}/clearance`, token, { reason });
}

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
