import { rmSync } from 'node:fs';
import { readConfiguration } from '@roadbook/process';
import { eventsOf } from '@roadbook/service/tools';
import type { Project } from '../../demo/project.js';
import { documentsOf } from './documents.js';
import { Running } from './running.js';
import { stateIn } from './state.js';

/** A history that can be told, and the releases that it is about. */
export interface Told {
  readonly tell: (project: Project) => Promise<void>;
  readonly versions: readonly string[];
}

export type Run = Awaited<ReturnType<typeof run>>;

const folders: string[] = [];

/** Tells a history once to three services of their own; answers with what they show then. Through chaos with a seed. */
export async function run({ tell, versions }: Told, seed?: number) {
  const running = await Running.start(seed);
  const { dataFolder, began, chaos } = running;
  folders.push(dataFolder);
  await tell(running.project);
  await running.quiet();
  const documents = await documentsOf(running.project, versions);
  const deadLetters = await running.deadLetters();
  await running.stop();
  return { dataFolder, chaos, deadLetters, state: await stateIn(dataFolder, documents, began) };
}

/** The events that it left. */
export const eventsIn =
  ({ dataFolder }: Run) =>
  (service: string) =>
    eventsOf(service, readConfiguration({ ROADBOOK_DATA: dataFolder }));

/** Tells it again to the services that have heard it. */
export async function runAgain({ tell }: Told, { dataFolder }: Run): Promise<void> {
  const running = await Running.start(undefined, dataFolder);
  await tell(running.project);
  await running.stop();
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}
