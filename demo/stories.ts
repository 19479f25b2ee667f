import { setTimeout as pause } from 'node:timers/promises';
import { Refused } from './client.js';
import type { Project } from './project.js';
import { ReleaseWalk } from './release-walk.js';
import type { ReleaseToWalk } from './release-to-walk.js';
import { resultOf, statesOf } from './result.js';
import type { RunResult } from './result.js';

type Say = (line: string) => void;

const release = (
  version: string,
  commit: string,
  kind: ReleaseToWalk['kind'],
  title: string,
): ReleaseToWalk => ({
  version,
  kind,
  commit,
  tickets: [
    {
      id: `T-${commit.slice(-2)}1`,
      title,
      type: kind === 'hotfix' ? 'fix' : 'feature',
      ui: kind === 'standard',
    },
    {
      id: `T-${commit.slice(-2)}2`,
      title: 'Keep the session after a restart',
      type: 'fix',
      securityScope: ['auth'],
    },
  ],
  migrationNotes: [],
});

/** A project that has releases already has other roads behind it than these stories tell of. */
export class ProjectIsTaken extends Error {
  override readonly name = 'ProjectIsTaken';
}

/**
 * The four roads that a release can take, each driven through the public API.
 * @throws ProjectIsTaken
 */
export async function tellStories(project: Project, say: Say): Promise<RunResult> {
  const startMs = Date.now();
  await project.register('The demo shop');
  if ((await statesOf(project)).size > 0)
    throw new ProjectIsTaken(
      `${project.name} has releases already, and the stories need a project of their own: name another one, or leave out --project`,
    );
  say('\n# A normal release: 1.4.0 goes dev, qa, staging, production');
  await live(project, release('1.4.0', 'c0ffee10', 'standard', 'Pay by card'), say);
  say('\n# A hotfix: 1.4.1 patches what stands in production, by staging');
  await live(project, release('1.4.1', 'c0ffee20', 'hotfix', 'Do not charge twice'), say);
  say('\n# A failed gate: 1.5.0 stops before it starts');
  await stopped(project, release('1.5.0', 'c0ffee30', 'standard', 'Pay by invoice'), say);
  say('\n# A verification that fails: 1.6.0 is rolled back to 1.4.1');
  await rolledBack(project, release('1.6.0', 'c0ffee40', 'standard', 'Pay in instalments'), say);
  await showDocuments(project, say);
  return resultOf(project, { releases: 4, refused: 1, startMs });
}

async function live(project: Project, planned: ReleaseToWalk, say: Say): Promise<void> {
  const walk = new ReleaseWalk(project, planned);
  await toProduction(walk, say);
  await walk.promote('production');
  say(`production verified: ${planned.version} is live`);
}

async function toProduction(walk: ReleaseWalk, say: Say): Promise<void> {
  await walk.prepare();
  say('prepared: tickets, gates, tests, notes, rehearsed rollback plan, tag; promotion authorized');
  await walk.promoteToStaging();
  say('staging passed, parity verified again');
  await walk.clearForProduction();
  say('cleared for production: window confirmed, clients told, second authorization granted');
}

async function stopped(project: Project, planned: ReleaseToWalk, say: Say): Promise<void> {
  const walk = new ReleaseWalk(project, planned);
  await walk.plan();
  await walk.reportCandidate();
  await walk.reportGates('failed');
  await walk.collectArtifacts();
  await refused(
    walk.give('cio', 'POST', '/authorizations/promotion/request', {}),
    'request the authorization',
    say,
  );
  await refused(
    walk.give('cio', 'POST', '/deployments', { environment: 'production' }),
    'deploy to production',
    say,
  );
}

async function refused(command: Promise<unknown>, what: string, say: Say): Promise<void> {
  try {
    await command;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    say(`refused to ${what}:`);
    for (const { missing, from } of error.problem.conditions ?? [])
      say(`  - ${missing}${from === undefined ? '' : ` (${from})`}`);
    return;
  }
  throw new Error(`the service let us ${what}, which it must not`);
}

async function rolledBack(project: Project, planned: ReleaseToWalk, say: Say): Promise<void> {
  const walk = new ReleaseWalk(project, planned);
  await toProduction(walk, say);
  await walk.promote('production', 'failed');
  say('a production check failed: the rollback starts by itself');
  await walk.rollBack(await rollbackOf(project, planned.version));
  say('rolled back within the ten minutes; the review is scheduled');
}

const waitMsMax = 10_000;
const lookEveryMs = 50;

async function rollbackOf(project: Project, version: string): Promise<string> {
  const sinceMs = Date.now();
  while (Date.now() - sinceMs < waitMsMax) {
    const { rollback } = await project.read<{ rollback?: { rollback?: string } }>(
      `/releases/${version}`,
    );
    if (rollback?.rollback !== undefined) return rollback.rollback;
    await pause(lookEveryMs);
  }
  throw new Error('the rollback did not start by itself');
}

async function showDocuments(project: Project, say: Say): Promise<void> {
  for (const path of [
    '/releases/1.4.0/checklist',
    '/releases/1.4.0/deployment-log',
    '/releases/1.6.0/rollback-report',
  ]) {
    say(`\n----- ${path}\n`);
    say(await project.document(path));
  }
}
