import { Client } from '../../demo/client.js';
import { People } from '../../demo/people.js';
import { Project } from '../../demo/project.js';
import { ReleaseWalk } from '../../demo/release-walk.js';
import { project, versionOf } from './target.js';

const commit = 'c0ffee10';

/** Plans a release for each client, with its tickets merged, its candidate chosen and its gates passed. */
export async function planReleases(url: string, dataFolder: string, clients: number) {
  const bench = new Project(new Client(url), new People(dataFolder), project, 'bench');
  await bench.register('The benchmark');
  for (let client = 0; client < clients; client++) {
    const version = versionOf(client);
    const tickets = ['1', '2', '3'].map((number) => ({
      id: `T-${client}-${number}`,
      title: 'Keep the session after a restart',
      type: 'fix',
      ui: number === '1',
      securityScope: number === '2' ? ['auth'] : [],
    }));
    const release = { version, kind: 'standard', commit, tickets, migrationNotes: [] } as const;
    const walk = new ReleaseWalk(bench, release);
    await walk.plan();
    await walk.reportCandidate();
    await walk.reportGates('passed');
  }
}
