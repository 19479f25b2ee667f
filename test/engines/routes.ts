import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const configuration = join(import.meta.dirname, '../../together/compose/nginx.conf');

/** Which service each path belongs to, by the table of the host that is in front of the containers. */
const table = Array.from(
  readFileSync(configuration, 'utf8').matchAll(/^ +(~\S+|default) +([a-z-]+):3000;$/gm),
  ([, pattern = '', service = '']) => ({ pattern, service }),
);

export function serviceOf(path: string): string {
  const found =
    table.find(
      ({ pattern }) => pattern.startsWith('~') && new RegExp(pattern.slice(1)).test(path),
    ) ?? table.find(({ pattern }) => pattern === 'default');
  if (!found) throw new Error(`${path} belongs to no service`);
  return found.service;
}
