import type { LoggerService } from '@nestjs/common';
import type { Connection } from './connection.js';
import type { Names } from './names.js';

/** How much of each stream the server keeps, where not everything has to be kept for good. */
export type Keeping = { readonly lastEvents: number } | { readonly seconds: number };

/** Says once for each stream, when it begins, how much of it is kept. */
export class KeepingLess {
  constructor(
    private readonly keeping: Keeping,
    private readonly connection: Connection,
    private readonly names: Names,
    private readonly logger: Pick<LoggerService, 'warn'>,
  ) {}

  /** Nobody waits for it: where it fails, the stream is kept for good, which costs space and nothing else. */
  begun(stream: string): void {
    const metadata =
      'seconds' in this.keeping
        ? { maxAge: this.keeping.seconds }
        : { maxCount: this.keeping.lastEvents };
    this.connection.setMetadata(this.names.onServer(stream), metadata).catch((error: unknown) => {
      this.logger.warn(
        `all of stream ${stream} is kept, as the server was not told how much`,
        error,
      );
    });
  }
}
