import { setTimeout as pause } from 'node:timers/promises';
import type { Project } from './project.js';

const pageRows = 200;
/** What the service does by itself after the last answer, such as vacating an environment, takes less. */
const settledAfterMs = 250;

/** What a run came to, as `--json` tells it. */
export interface RunResult {
  readonly releases: number;
  /** Verified in production and not rolled back, whether or not a later one replaced it. */
  readonly inProduction: number;
  readonly rolledBack: number;
  readonly refused: number;
  /** In the store, for this project. */
  readonly events: number;
  readonly seconds: number;
}

/** The states in which a release is or was verified in production. */
export const arrived: readonly string[] = ['in-production', 'replaced'];

/** Counts what the project has at the end of a run that began then. */
export async function resultOf(
  project: Project,
  { releases, refused, startMs }: { releases: number; refused: number; startMs: number },
): Promise<RunResult> {
  const states = [...(await statesOf(project)).values()];
  const events = await settledEventsOf(project);
  return {
    releases,
    inProduction: states.filter((state) => arrived.includes(state)).length,
    rolledBack: states.filter((state) => state === 'rolled-back').length,
    refused,
    events,
    seconds: Math.round((Date.now() - startMs) / 100) / 10,
  };
}

/** The state of each of its releases, by version. */
export async function statesOf(project: Project): Promise<Map<string, string>> {
  const states = new Map<string, string>();
  let cursor: string | null = null;
  do {
    const from: string = cursor === null ? '' : `&cursor=${cursor}`;
    const page: { items: { version: string; state: string }[]; next: string | null } =
      await project.read(`/releases?limit=${String(pageRows)}${from}`);
    for (const { version, state } of page.items) states.set(version, state);
    cursor = page.next;
  } while (cursor !== null);
  return states;
}

/** The events of the project, once no more are added by themselves. */
async function settledEventsOf(project: Project): Promise<number> {
  let before: number | undefined;
  for (;;) {
    const { events } = await project.read<{ events: number }>('');
    if (events === before) return events;
    before = events;
    await pause(settledAfterMs);
  }
}
