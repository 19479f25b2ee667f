import { once } from 'node:events';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { problemOf } from '../problem/problem-of.js';
import type { EventStream } from './event-stream.js';
import { EventStreams } from './event-streams.js';

const pauseMs = 50;

describe('streams of events on a server', () => {
  let app: FastifyInstance;
  let streams: EventStreams;
  let port: number;
  const sockets: Socket[] = [];

  async function serve(tell: (stream: EventStream) => unknown, openMax?: number): Promise<void> {
    streams = new EventStreams(openMax);
    app = fastify();
    app.setErrorHandler((error, _request, reply) => {
      const { details, headers } = problemOf(error);
      return reply.status(details.status).headers(headers).send();
    });
    app.get('/events', (_request, reply) => {
      tell(streams.answer(reply));
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    ({ port } = app.server.address() as AddressInfo);
  }
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    streams.onModuleDestroy();
    await app.close();
  });

  const open = () => fetch(`http://127.0.0.1:${port}/events`);

  /** Asks for the events and reads none of them. */
  function stare(): void {
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    socket.pause();
    socket.write('GET /events HTTP/1.1\r\nHost: x\r\n\r\n');
  }

  it('are kept by nobody on the way, and have their connection for themselves', async () => {
    await serve((stream) => {
      stream.end();
    });
    const { status, headers } = await open();
    const names = ['content-type', 'cache-control', 'x-accel-buffering', 'connection'];
    expect([status, ...names.map((name) => headers.get(name))]).toStrictEqual([
      ...[200, 'text/event-stream; charset=utf-8', 'no-store', 'no', 'close'],
    ]);
  });

  it('take no more than a reader reads', async () => {
    let sent = 0;
    const data = { text: 'x'.repeat(100_000) };
    await serve(async (stream) => {
      for (; stream.body.readable; sent += 1)
        await stream.send({ id: String(sent), event: 'told', data });
    });
    stare();
    // What the system keeps for a connection is filled in a moment, and then nothing more is taken.
    for (let before = -1; before !== sent || sent === 0;) {
      before = sent;
      await pause(pauseMs);
    }
    expect(sent).toBeLessThan(500);
  });

  it('end when the service stops, also for readers who do not read', async () => {
    let opened = 0;
    await serve(async (stream) => {
      opened += 1;
      await stream.send({ id: 'a', event: 'told', data: { text: 'x'.repeat(20_000_000) } });
    });
    stare();
    const read = (await open()).text();
    while (opened < 2) await pause(pauseMs);
    streams.onModuleDestroy();
    const closed = app.close();
    expect((await read).length).toBeGreaterThan(20_000_000);
    await closed;
  });

  it('are not begun any more by then', async () => {
    await serve(() => undefined);
    streams.onModuleDestroy();
    expect((await open()).status).toBe(503);
  });

  it('are so many and no more, until a reader leaves', async () => {
    await serve(() => undefined, 2);
    const left = new AbortController();
    await fetch(`http://127.0.0.1:${port}/events`, { signal: left.signal });
    await open();
    const refused = await open();
    expect([refused.status, refused.headers.get('retry-after')]).toStrictEqual([503, '30']);
    left.abort();
    while ((await open()).status === 503) await pause(pauseMs);
    expect((await open()).status).toBe(503);
  });

  it('go nowhere when only their headers are asked for', async () => {
    let stream: EventStream | undefined;
    await serve((opened) => (stream = opened));
    const { status } = await fetch(`http://127.0.0.1:${port}/events`, { method: 'HEAD' });
    expect(status).toBe(200);
    if (!stream!.body.closed) await once(stream!.body, 'close');
  });

  it('are let go of when the reader leaves', async () => {
    const left = new AbortController();
    let stream: EventStream | undefined;
    await serve((opened) => (stream = opened));
    await fetch(`http://127.0.0.1:${port}/events`, { signal: left.signal });
    left.abort();
    await once(stream!.body, 'close');
    await stream!.send({ id: 'a', event: 'told', data: {} });
  });
});
