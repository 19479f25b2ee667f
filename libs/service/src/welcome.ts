import { resolve } from 'node:path';
import type { Configuration } from '@roadbook/process';
import type { FirstLook } from './service.js';

type Where = Pick<Configuration, 'dataFolder' | 'identity'>;

/** What there is to try. */
interface Trying {
  readonly firstLook: FirstLook;
  readonly commands: readonly string[];
}

const usualUrl = 'http://127.0.0.1:3000';
const usualData = resolve('data');

/**
 * What a service says of itself when it listens. The lines to try are those that work in another terminal as it is, so they carry what was
 * set in this one; where tokens come from elsewhere, none of them would.
 */
export function welcome(
  url: string,
  { dataFolder, identity }: Where,
  { firstLook, commands }: Trying,
): string {
  const data = resolve(dataFolder) === usualData ? '' : `ROADBOOK_DATA=${quoted(dataFolder)} `;
  const service = url === usualUrl ? '' : `ROADBOOK_URL=${url} `;
  const lines = [
    ...['', `Roadbook listens on ${url}`, `  API      ${url}/v1`, `  Swagger  ${url}/docs`],
    `  health   ${url}/health/ready`,
  ];
  const toTry = [
    'Try it:',
    ...commands.map((command) => `  ${service}${data}${command}`),
    `  curl -H "Authorization: Bearer $(${data}npm run --silent token -- ${firstLook.token})" ${url}${firstLook.path}`,
  ];
  return [...lines, ...(identity.mode === 'development' ? toTry : []), ''].join('\n');
}

/** As one word of a POSIX shell, whatever is in it. */
const quoted = (folder: string): string => `'${resolve(folder).replaceAll("'", String.raw`'\''`)}'`;
