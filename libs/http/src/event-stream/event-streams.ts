import type { OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { unavailable } from '../problem/problems.js';
import { EventStream } from './event-stream.js';

const heartbeatMs = 15_000;
const openMsMax = 60 * 60 * 1000;
/** How long a reader who does not read may keep the service from stopping. */
const leaveWithinMs = 2_000;

/** Each takes a connection, a timer and a subscription for up to an hour; whoever leaves makes room for another. */
const openStreamsMax = 500;
/** Streams end when readers go, not within a second. */
const tryAgainSeconds = 30;

/** The streams of server-sent events that a process has open, so many and no more. They end before it waits for its last answers. */
export class EventStreams implements OnModuleDestroy {
  private readonly open = new Map<EventStream, FastifyReply['raw']>();
  private stopping = false;

  constructor(private readonly openMax = openStreamsMax) {}

  /**
   * Answers with a stream of events.
   * @throws Problem 503 when the service stops, or has as many open as it may
   */
  answer(reply: FastifyReply): EventStream {
    if (this.stopping) throw unavailable('the service is stopping; read on when it is back');
    if (this.open.size >= this.openMax)
      throw unavailable(
        `${this.openMax} streams of events are open, and no more are opened; close one that nobody reads, or come back later`,
        tryAgainSeconds,
      );
    const stream = new EventStream({ heartbeatMs, openMsMax });
    this.open.set(stream, reply.raw);
    reply.raw.once('close', () => {
      this.open.delete(stream);
      // Whoever asked with HEAD has their answer, and nobody reads the rest.
      stream.body.destroy();
    });
    void reply
      .header('Content-Type', 'text/event-stream; charset=utf-8')
      .header('Cache-Control', 'no-store')
      // Some proxies keep answers until they are complete.
      .header('X-Accel-Buffering', 'no')
      // Nothing else is asked on this connection, so that a service that stops need not wait for it.
      .header('Connection', 'close')
      .send(stream.body);
    return stream;
  }

  onModuleDestroy(): void {
    this.stopping = true;
    for (const stream of this.open.keys()) stream.end();
    setTimeout(() => {
      for (const raw of this.open.values()) raw.destroy();
    }, leaveWithinMs).unref();
  }
}
