import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { syncFolder } from '@roadbook/process';
import { checkpointFileIn } from '@roadbook/read-model/embedded';
import { copyAtOnce } from '@roadbook/sqlite';
import { filesOf, sharedFilesIn } from '../files.js';

/** A key that was made in the data folder, because none was set. */
const keyFile = /\.key$|-key\.json$/;

/**
 * Copies of a data folder what can't be made again, while services write to it: events, checkpoints, messages, first answers, and the keys
 * that were made there. Rows are left out; a start makes them of the events.
 *
 * All databases are copied as they were at one moment, with the events last, so that the copy is one that a crash might have left: nothing
 * in it is ahead of the events, and what is behind them is done again and found done. The services learn of each other by messages only,
 * which are held meanwhile, so that no events of one tell of others that the copy lacks.
 * @param to made where it does not exist
 * @returns what was copied, as paths inside of both folders
 * @throws Error that says what can't be copied, or that there is nothing
 */
export async function copyData(
  dataFolder: string,
  services: readonly string[],
  to: string,
): Promise<string[]> {
  const files = services.map((service) => filesOf(service, dataFolder));
  const events = existing(files.map((one) => one.events));
  if (events.length === 0) throw new Error(`there are no events yet in ${dataFolder}`);
  const { answers, messages } = sharedFilesIn(dataFolder);
  const checkpoints = files.map((one) => checkpointFileIn(one.checkpoints));
  const databases = [...existing([answers, ...checkpoints, messages]), ...events];
  const copies = databases.map((from) => ({ from, to: join(to, relative(dataFolder, from)) }));
  const folders = new Set([to, ...copies.map((copy) => dirname(copy.to))]);
  for (const folder of folders) mkdirSync(folder, { recursive: true, mode: 0o700 });
  await copyAtOnce(copies, existsSync(messages) ? messages : undefined);
  const keys = readdirSync(dataFolder).filter((name) => keyFile.test(name));
  for (const name of keys) copyKey(join(dataFolder, name), join(to, name));
  for (const folder of folders) syncFolder(folder);
  return [...databases.map((database) => relative(dataFolder, database)), ...keys];
}

function copyKey(from: string, to: string): void {
  writeFileSync(to, readFileSync(from), { mode: 0o600, flag: 'wx', flush: true });
}

const existing = (paths: readonly string[]): string[] => paths.filter((path) => existsSync(path));
