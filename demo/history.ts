import { Refused } from './client.js';
import type { History } from './history-file.js';
import type { Project } from './project.js';
import { ReleaseWalk } from './release-walk.js';
import type { ReleaseToWalk } from './release-to-walk.js';
import { arrived, resultOf, statesOf } from './result.js';
import type { RunResult } from './result.js';

const tellEvery = 25;

/** Walks every release of the file to production, in order of version, and goes on where an earlier run stopped. */
export async function walkHistory(
  project: Project,
  { releases }: History,
  say: (line: string) => void,
): Promise<RunResult> {
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
  return resultOf(project, { releases: releases.length, refused, startMs });
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
