import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';

/** What a reader is told. */
export interface ServerSentEvent {
  /** Its mark: whoever reads on later sends it as `Last-Event-ID`. */
  readonly id: string;
  readonly event: string;
  readonly data: object;
}

/**
 * A body of server-sent events (HTML, section 9.2): whoever writes waits until the reader takes more, so that nothing is kept for a slow
 * one. It ends when the reader goes, when the service stops, or after a while, when the token has to be shown again.
 */
export class EventStream {
  private readonly pipe = new PassThrough();
  private readonly heartbeat: NodeJS.Timeout;
  private readonly last: NodeJS.Timeout;

  constructor({ heartbeatMs, openMsMax }: { heartbeatMs: number; openMsMax: number }) {
    // Proxies take a connection on which nothing comes for one that is dead.
    this.heartbeat = setInterval(() => {
      // A reader who is behind has enough to read.
      if (this.pipe.writable && !this.pipe.writableNeedDrain) this.pipe.write(': still here\n\n');
    }, heartbeatMs);
    this.last = setTimeout(() => {
      this.end();
    }, openMsMax);
    this.pipe.once('close', () => {
      clearInterval(this.heartbeat);
      clearTimeout(this.last);
    });
    // The head of the answer goes with the first bytes: the reader knows at once that it is heard.
    this.pipe.write(': here\n\n');
  }

  get body(): Readable {
    return this.pipe;
  }

  /** Resolves when the reader takes more; at once when nobody reads any more. */
  send({ id, event, data }: ServerSentEvent): Promise<void> {
    return this.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Tells from where the reader can read on, without an event. */
  mark(id: string): Promise<void> {
    return this.write(`id: ${id}\n\n`);
  }

  /** Nothing more comes. Safe to be called again. */
  end(): void {
    if (this.pipe.writable) this.pipe.end();
  }

  /** Calls back once nobody reads any more. */
  onClose(closed: () => void): void {
    if (this.pipe.closed) closed();
    else this.pipe.once('close', closed);
  }

  private async write(frame: string): Promise<void> {
    if (!this.pipe.writable || this.pipe.write(frame)) return;
    const gone = new AbortController();
    const { signal } = gone;
    await Promise.race([
      once(this.pipe, 'drain', { signal }),
      once(this.pipe, 'close', { signal }),
    ]);
    gone.abort();
  }
}
