import { setTimeout as pause } from 'node:timers/promises';
import { Refused } from './client.js';
import type { History } from './history-file.js';
import type { Project } from './project.js';
import { ReleaseWalk } from './release-walk.js';
import type { ReleaseToWalk } from './release-to-walk.js';

const tellEvery = 25;
const pageRows = 200;
/** What the service does by itself after the last answer, such as vacating an environment, takes less. */
const settledAfterMs = 250;

export interface HistoryResult {
  readonly releases: number;
  /** Verified in production and not rolled back, whether or not a later one replaced it. */
  readonly inProduction: number;
  readonly rolledBack: number;
  readonly refused: number;
  /** In the store, for this project. */
  readonly events: number;
  readonly seconds: number;
}

const arrived: readonly string[] = ['in-production', 'replaced'];

/** Walks every release of the file to production, in order of version, and goes on where an earlier run stopped. */
export async function walkHistory(
  project: Project,
  { releases }: History,
  say: (line: string) => void,
): Promise<HistoryResult> {
  const startMs = Date.now();
  await project.register(project.name);
  const before = await statesOf(project);
  let refused = 0;
  for (const [index, release] of releases.entries()) {
    if (
      !arrived.includes(before.get(release.version) ?? '') &&
      !(await walk(project, release, say))
    )
      refused += 1;
    const done = index + 1;
    if (done % tellEvery === 0 || done === releases.length)
      say(`${String(done)} of ${String(releases.length)}: ${release.version}`);
  }
  const states = [...(await statesOf(project)).values()];
  const events = await settledEventsOf(project);
  return {
    releases: releases.length,
    inProduction: states.filter((state) => arrived.includes(state)).length,
    rolledBack: states.filter((state) => state === 'rolled-back').length,
    refused,
    events,
    seconds: Math.round((Date.now() - startMs) / 100) / 10,
  };
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

/** False where the service refused it for good. */
async function walk(
  project: Project,
  release: ReleaseToWalk,
  say: (line: string) => void,
): Promise<boolean> {
  const steps = new ReleaseWalk(project, release);
  try {
    await steps.prepare();
    await steps.promoteToStaging();
    await steps.clearForProduction();
    await steps.promote('production');
    return true;
  } catch (error) {
    if (!(error instanceof Refused) || error.status === 401) throw error;
    say(`${release.version} is refused: ${error.message}`);
    return false;
  }
}

async function statesOf(project: Project): Promise<Map<string, string>> {
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
