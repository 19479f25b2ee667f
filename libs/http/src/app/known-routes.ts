import type { FastifyInstance } from 'fastify';

/** Tells an address that has other methods (405) from one that doesn't exist (404). */
export class KnownRoutes {
  readonly #routes: { readonly method: string; readonly path: RegExp }[] = [];

  constructor(fastify: FastifyInstance) {
    fastify.addHook('onRoute', ({ method, url }) => {
      const path = patternOf(url);
      for (const one of [method].flat()) this.#routes.push({ method: one, path });
    });
  }

  /** The methods that an address has; none where there is no such address. */
  methodsAt(url: string): string[] {
    const [path = ''] = url.split('?');
    const methods = this.#routes.filter((route) => route.path.test(path));
    return [...new Set(methods.map(({ method }) => method))].sort();
  }
}

const patternOf = (url: string): RegExp =>
  new RegExp(`^${url.split('/').map(segmentPatternOf).join('/')}$`);

function segmentPatternOf(segment: string): string {
  if (segment.startsWith(':')) return '[^/]+';
  if (segment === '*') return '.*';
  return segment.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
