import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { keptKey } from '@roadbook/process';
import { filesOf } from '@roadbook/service';
import { writeHistory } from './write-history.js';

/** A data folder whose event store has a long history. */
export interface History {
  readonly dataFolder: string;
  readonly events: number;
}

export async function makeHistory(
  folder: string,
  eventsMin: number,
  say: (line: string) => void,
): Promise<History> {
  say(`writing a history of ${eventsMin} events`);
  const dataFolder = join(folder, 'history');
  const { folder: own, events } = filesOf('release', dataFolder);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  keptKey('actorKey', { dataFolder });
  return { dataFolder, events: await writeHistory(events, eventsMin) };
}
