import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const configuration = readFileSync(join(import.meta.dirname, 'nginx.conf'), 'utf8');

/** What the host that is in front of the containers goes by, in its order. */
const rules = rulesIn(configuration);

/** The service that a path belongs to. */
export function serviceOf(path: string): string {
  const found =
    rules.find(
      ({ pattern }) => pattern.startsWith('~') && new RegExp(pattern.slice(1)).test(path),
    ) ?? rules.find(({ pattern }) => pattern === 'default');
  if (!found) throw new Error(`${path} belongs to no service`);
  return found.service;
}

function rulesIn(text: string) {
  const [block, ...others] = text.matchAll(/map \$request_uri \$service \{([^}]*)\}/g);
  if (block?.[1] === undefined || others.length > 0)
    throw new Error('nginx.conf has not one map from paths to services');
  return block[1]
    .trim()
    .split('\n')
    .map((line) => {
      const [, pattern, service] = /^(\S+)\s+(\S+):3000;$/.exec(line.trim()) ?? [];
      if (pattern === undefined || service === undefined)
        throw new Error(`nginx.conf maps no path to a service in the line ${line}`);
      return { pattern, service };
    });
}
