import { createHash } from 'node:crypto';
import { Refused } from '../../demo/client.js';
import { walkHistory } from '../../demo/history.js';
import type { Person } from '../../demo/people.js';
import type { Done, Project } from '../../demo/project.js';
import { ReleaseWalk } from '../../demo/release-walk.js';
import type { ReleaseToWalk } from '../../demo/release-to-walk.js';
import { statesOf } from '../../demo/result.js';
import { eventually } from '../journeys/api/eventually.js';

const sha = (text: string): string => createHash('sha1').update(text).digest('hex');
const hashed = (text: string): string => createHash('sha256').update(text).digest('hex');

const release = (version: string, day?: number): ReleaseToWalk => ({
  version,
  kind: 'standard',
  commit: sha(version),
  tickets: [
    { id: `SHOP-${version}-1`, title: `What is new in ${version}`, type: 'feature', ui: true },
    { id: `SHOP-${version}-2`, title: 'Keep it safe', type: 'fix', securityScope: ['auth'] },
  ],
  migrationNotes: [`read about ${version}`],
  ...(day !== undefined && { occurredAt: new Date(Date.UTC(2025, 5, day)).toISOString() }),
});

/** Eight that go all the way, and between them a hotfix, one that a gate stops, one that is rolled back, and one that nobody takes up. */
const first = ['1.0.0', '1.1.0', '1.2.0', '1.3.0'].map((version, index) =>
  release(version, index + 1),
);
const hotfix: ReleaseToWalk = { ...release('1.3.1', 5), kind: 'hotfix' };
const stopped = release('1.4.0');
const rolledBack = release('1.5.0');
const withdrawn = release('1.6.0');
const last = ['1.7.0', '1.8.0', '1.9.0', '2.0.0'].map((version, index) =>
  release(version, index + 10),
);

export const versions = [...first, hotfix, stopped, rolledBack, withdrawn, ...last].map(
  ({ version }) => version,
);

/** The small history, driven through the public API as the demo drives a real one; a second run finds that all of it is done. */
export async function tell(project: Project): Promise<void> {
  const isNew = (await statesOfKnown(project)).size === 0;
  await walk(project, [...first, hotfix]);
  if (isNew) {
    await stopAtGate(project);
    await rollBack(project);
    await giveUp(project);
    await changePipeline(project);
  }
  await walk(project, last);
}

async function statesOfKnown(project: Project): Promise<ReadonlyMap<string, string>> {
  try {
    return await statesOf(project);
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return new Map();
    throw error;
  }
}

async function walk(project: Project, releases: readonly ReleaseToWalk[]): Promise<void> {
  const said: string[] = [];
  const history = { releases, digest: 'history', project: project.name };
  const { refused } = await walkHistory(project, history, (line) => said.push(line));
  if (refused > 0) throw new Error(said.join('\n'));
}

async function stopAtGate(project: Project): Promise<void> {
  const steps = new ReleaseWalk(project, stopped);
  await steps.plan();
  await steps.reportCandidate();
  await steps.reportGates('failed');
  await steps.collectArtifacts();
  await refused(steps.give('cio', 'POST', '/authorizations/promotion/request', {}));
  await refused(steps.give('cio', 'POST', '/deployments', { environment: 'production' }));
}

async function rollBack(project: Project): Promise<void> {
  const steps = await cleared(project, rolledBack);
  await steps.promote('production', 'failed');
  const read = () =>
    project.read<{ rollback?: { rollback?: string } }>(`/releases/${rolledBack.version}`);
  await eventually(async () => (await read()).rollback?.rollback !== undefined);
  await steps.rollBack((await read()).rollback?.rollback ?? '');
  // Notes that are compiled later tell of it, once the knowledge base has heard of it.
  await eventually(async () => {
    const { items } = await project.read<{ items: { title: string }[] }>('/entries?limit=10');
    return items.some(({ title }) => title.startsWith(`Release ${rolledBack.version} was rolled`));
  });
}

/** What no deployer has taken up by then is withdrawn with its release, and executed nothing. */
async function giveUp(project: Project): Promise<void> {
  const steps = await cleared(project, withdrawn);
  await steps.give('cio', 'POST', '/deployments', { environment: 'production' });
  await steps.give('cio', 'POST', '/withdrawal', { reason: 'it is not wanted any more' });
}

async function cleared(project: Project, planned: ReleaseToWalk): Promise<ReleaseWalk> {
  const steps = new ReleaseWalk(project, planned);
  await steps.prepare();
  await steps.promoteToStaging();
  await steps.clearForProduction();
  return steps;
}

/** One change that was annotated and is undone, and one that was not. */
async function changePipeline(project: Project): Promise<void> {
  const give = (person: Person, path: string, body: object, what = path) =>
    project.command(person, 'POST', `/${project.name}/pipeline${path}`, body, what);
  const report = (definition: string, when: string, more: object = {}) =>
    give(
      'deployer',
      '/definitions',
      { definition: hashed(definition), ...more },
      `${definition} ${when}`,
    );
  const plan = { what: 'Tests in shards', why: 'They are slow', impact: 'None', undo: 'Unshard' };
  const annotated = await give('cio', '/changes', plan);
  const { change = '' } = annotated as Done & { readonly change?: string };
  await give('cto', `/changes/${change}/confirmation`, {});
  await report('sharded', 'once', { change });
  await give('cio', `/changes/${change}/reversal`, { reason: 'it was slower' });
  await report('the pipeline of the demo', 'again');
  await report('unannotated', 'once');
  await report('the pipeline of the demo', 'once more');
}

async function refused(command: Promise<unknown>): Promise<void> {
  try {
    await command;
  } catch (error) {
    if (error instanceof Refused) return;
    throw error;
  }
  throw new Error('it was to be refused');
}
