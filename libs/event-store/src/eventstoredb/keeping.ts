import type { LoggerService } from '@nestjs/common';
import { BoundedMap } from './bounded-map.js';
import type { Connection } from './connection.js';
import type { Names } from './names.js';

/** How much of each stream the server keeps, where not everything has to be kept for good. The last event of a stream stays in any case. */
export type Keeping = { readonly lastEvents: number } | { readonly seconds: number };

const knownMax = 10_000;
const untoldMax = 1_000;

/** Says of each stream, when this process first appends to it, how much of it is kept; what could not be said is said after a later append. */
export class KeepingLess {
  private readonly known = new BoundedMap<string, true>(knownMax);
  private readonly untold = new Set<string>();

  constructor(
    private readonly keeping: Keeping,
    private readonly connection: Connection,
    private readonly names: Names,
    private readonly logger: Pick<LoggerService, 'warn'>,
  ) {}

  /** Nobody waits for it: until the server is told, all of the stream is kept, which costs space and nothing else. */
  appended(stream: string): void {
    if (!this.known.get(stream)) this.untold.add(stream);
    this.known.set(stream, true);
    for (const untold of this.untold) void this.tell(untold);
  }

  private async tell(stream: string): Promise<void> {
    const { keeping } = this;
    const metadata =
      'seconds' in keeping ? { maxAge: keeping.seconds } : { maxCount: keeping.lastEvents };
    this.untold.delete(stream);
    try {
      await this.connection.setMetadata(this.names.onServer(stream), metadata);
    } catch (error) {
      if (this.untold.size < untoldMax) this.untold.add(stream);
      this.logger.warn(
        `all of stream ${stream} is kept, until the server is told how much of it to keep`,
        error,
      );
    }
  }
}
