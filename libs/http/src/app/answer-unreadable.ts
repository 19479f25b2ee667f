import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { problemMediaType } from '../problem/problem-details.js';
import { statusProblem } from '../problem/status-problem.js';

const statuses: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** Answers what is no HTTP request, or none that came to its end, and closes the connection. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { details } = statusProblem(statuses[error.code ?? ''] ?? 400);
  const body = JSON.stringify({ ...details, correlationId: randomUUID() });
  const head = [
    `HTTP/1.1 ${details.status} ${details.title}`,
    `Content-Type: ${problemMediaType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end([...head, '', body].join('\r\n'));
}
