import { Client } from '../../demo/client.js';
import { People } from '../../demo/people.js';
import { Project } from '../../demo/project.js';
import { ReleaseWalk } from '../../demo/release-walk.js';
import { filesOf } from '@roadbook/service';
import { SqliteEventStore } from '@roadbook/event-store/embedded';
import type { StoredEvent } from '@roadbook/event-store';
import { inNewFolder } from '../folders.js';
import { allServices, ServerProcess } from '../servers/server-process.js';

/** The names that a copy puts its own in the place of. */
export const templateProject = 'bench-template';
export const templateVersion = '7007.70.7';

const release = {
  version: templateVersion,
  kind: 'standard',
  commit: 'c0ffee10',
  migrationNotes: ['run the migration before the first start'],
  tickets: ['1', '2', '3', '4', '5'].map((number) => ({
    id: `T-${number}`,
    title: 'Keep the session after a restart',
    type: number === '1' ? 'feature' : 'fix',
    ui: number === '1',
    securityScope: number === '2' ? ['auth'] : [],
  })),
} as const;

/** Every event of one release that went all the way to production, driven through the API of services of its own. */
export function recordTemplate(): Promise<readonly StoredEvent[]> {
  return inNewFolder(async (dataFolder) => {
    const server = await ServerProcess.start(allServices, dataFolder);
    try {
      await server.untilHealthy('ready');
      await walk(new Project(new Client(server.url), new People(dataFolder), templateProject, ''));
    } finally {
      await server.stop();
    }
    return everythingIn(filesOf('release', dataFolder).events);
  });
}

async function walk(project: Project): Promise<void> {
  await project.register('The benchmark');
  const steps = new ReleaseWalk(project, release);
  await steps.prepare();
  await steps.promoteToStaging();
  await steps.clearForProduction();
  await steps.promote('production');
}

async function everythingIn(file: string): Promise<readonly StoredEvent[]> {
  const store = SqliteEventStore.openForReading(file);
  try {
    const { events, atEnd } = await store.readAll();
    if (!atEnd) throw new Error('the history of one release is longer than a page');
    return events;
  } finally {
    await store.close();
  }
}
