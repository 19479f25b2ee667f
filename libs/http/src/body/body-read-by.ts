import type { IncomingHttpHeaders } from 'node:http';
import { addRouteConfig } from '../app/route-config.js';

/** What was sent, as it was sent. */
export interface SentBody {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** How the bodies of a route are read that takes more than JSON. */
export interface BodyReader {
  /** In lower case, without parameters; any other is answered with 415. */
  readonly mediaTypes: readonly [string, ...string[]];
  /**
   * What the handler gets for the body. Every text in it is looked at for secrets before.
   * @throws Problem
   */
  read(sent: SentBody): unknown;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    body?: BodyReader;
  }
}

/** Method decorator: the bodies of this route are read in a way of its own. */
export const BodyReadBy = (reader: BodyReader): MethodDecorator => addRouteConfig({ body: reader });
