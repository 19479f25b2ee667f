import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '../../demo/client.js';
import { People } from '../../demo/people.js';
import { Project } from '../../demo/project.js';
import { ReleaseWalk } from '../../demo/release-walk.js';

/** How a release ends: verified in production, or rolled back after its verification there failed. */
export type Course = 'passed' | 'failed';

/** Every third release fails in production, so that the system has something to do by itself. */
const failsEvery = 3;
const rollbackMsMax = 180_000;
const lookEveryMs = 50;

/** Walks one release of a project after the other to production and back, as its people would. */
export class Walker {
  /** Streams of the releases that were walked to their end, by how they ended. */
  readonly walked: Record<Course, string[]> = { passed: [], failed: [] };
  private readonly project: Project;

  constructor(
    client: Client,
    dataFolder: string,
    private readonly name: string,
  ) {
    this.project = new Project(client, new People(dataFolder), name, 'killed');
  }

  async walk(isOver: (releases: number) => boolean): Promise<void> {
    await this.project.register(`Walk of ${this.name}`);
    for (let number = 1; !isOver(number - 1); number += 1)
      await this.walkOne(`1.0.${String(number)}`, number % failsEvery === 0 ? 'failed' : 'passed');
  }

  /** A read shows all that was written before it: afterwards the rows are as new as the events. */
  async read(): Promise<void> {
    await this.project.read('/releases/1.0.1');
  }

  private async walkOne(version: string, course: Course): Promise<void> {
    const walk = new ReleaseWalk(this.project, {
      version,
      kind: 'standard',
      commit: version.replaceAll('.', 'c0ffee'),
      tickets: [{ id: `T-${version}`, title: 'Keep going', type: 'feature' }],
      migrationNotes: [],
    });
    await walk.prepare();
    await walk.promoteToStaging();
    await walk.clearForProduction();
    await walk.promote('production', course);
    if (course === 'failed') await walk.rollBack(await this.rollbackOf(version));
    this.walked[course].push(`release-${this.name}@${version}`);
  }

  private async rollbackOf(version: string): Promise<string> {
    const sinceMs = Date.now();
    while (Date.now() - sinceMs < rollbackMsMax) {
      const { rollback } = await this.project.read<{ rollback?: { rollback?: string } }>(
        `/releases/${version}`,
      );
      if (rollback?.rollback !== undefined) return rollback.rollback;
      await pause(lookEveryMs);
    }
    throw new Error(`the rollback of ${this.name} ${version} did not start by itself`);
  }
}
