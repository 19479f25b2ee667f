import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readConfiguration, syncFolder } from '@roadbook/process';
import { copyData } from '../embedded/index.js';
import type { RowsOfServices } from '../service.js';
import { inTerminal } from './in-terminal.js';
import { argumentsOr, endWith } from './options.js';

const usage = `Copies what can't be made again of ROADBOOK_DATA to a new folder, as of one moment, with the services running or not.

  npm run backup -- FOLDER

These are events, checkpoints, messages, first answers, and the keys that were made in the data folder: whoever reads the copy knows whom an
id stands for, and can sign tokens of development mode. Started with ROADBOOK_DATA=FOLDER the services make their rows anew and serve the same.

With EVENTSTOREDB_URL and KAFKA_BROKERS set there is nothing to copy here: the event store has a backup of its own.
`;

const ofServers =
  'Events are on the server of EVENTSTOREDB_URL: back that up by its own means, as docs/production.md says. ' +
  'The data folder then holds rows only, which are made anew, and keys come from outside';

/** The command `npm run backup`: exit code 1 where there is no backup in the end. */
export async function backUpServices(services: RowsOfServices): Promise<void> {
  const { positionals } = argumentsOr(usage, { options: {}, allowPositionals: true });
  const [named, ...others] = positionals;
  if (named === undefined || others.length > 0) endWith(usage, 'name one folder');
  await inTerminal(async () => {
    const { engines, dataFolder } = readConfiguration();
    if (engines.mode === 'servers') throw new Error(ofServers);
    const folder = resolve(named);
    const names = services.map(({ name }) => name);
    const copied = await whole(folder, (draft) => copyData(dataFolder, names, draft));
    for (const file of copied) say(`${file.padEnd(40)} ${sizeOf(join(folder, file))}`);
    say(`copied to ${folder}`);
  });
}

/**
 * Fills a folder under another name, and gives it its own when it is whole; what a killed command leaves says that it is unfinished.
 * @throws Error where there is something in the folder already, or nothing came of it; nothing is left behind then
 */
async function whole(
  folder: string,
  fill: (draft: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty; a backup never replaces anything`);
  const draft = `${folder}.unfinished`;
  rmSync(draft, { recursive: true, force: true });
  try {
    const files = await fill(draft);
    renameSync(draft, folder);
    syncFolder(dirname(folder));
    return files;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

const sizeOf = (file: string): string => `${Math.ceil(statSync(file).size / 1024)} KiB`;

const say = (line: string) => process.stdout.write(`${line}\n`);
