import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Node ends idle connections when a server closes, but takes one that has not sent its first request for a
 * busy one, and would wait for it until its timeout. Load balancers keep such connections in reserve.
 */
export function endQuietConnections(fastify: FastifyInstance): void {
  const { server } = fastify;
  const quiet = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    quiet.add(socket);
    socket.once('close', () => quiet.delete(socket));
  });
  server.on('request', ({ socket }) => quiet.delete(socket));
  fastify.addHook('preClose', (done) => {
    for (const socket of quiet) socket.destroy();
    done();
  });
}
