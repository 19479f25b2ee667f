import { Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { unavailable } from '../problem/problems.js';
import { EventStream } from './event-stream.js';

const heartbeatMs = 15_000;
const openMsMax = 60 * 60 * 1000;
/** How long a reader who does not read may keep the service from stopping. */
const leaveWithinMs = 2_000;

/** The streams of server-sent events that a service has open. They end before it waits for its last answers. */
@Injectable()
export class EventStreams implements OnModuleDestroy {
  private readonly open = new Map<EventStream, FastifyReply['raw']>();
  private stopping = false;

  /**
   * Answers with a stream of events.
   * @throws Problem 503 when the service stops
   */
  answer(reply: FastifyReply): EventStream {
    if (this.stopping) throw unavailable('the service is stopping; read on when it is back');
    const stream = new EventStream({ heartbeatMs, openMsMax });
    this.open.set(stream, reply.raw);
    reply.raw.once('close', () => this.open.delete(stream));
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
