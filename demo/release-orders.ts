import type { Person } from './people.js';
import type { Done, Overview, Project } from './project.js';
import type { ReleaseToWalk } from './release-to-walk.js';

/** The commands on one release, each given by whoever may give it. */
export class ReleaseOrders {
  constructor(
    protected readonly project: Project,
    protected readonly release: ReleaseToWalk,
  ) {}

  overview(): Promise<Overview> {
    return this.project.read<Overview>(`/releases/${this.release.version}`);
  }

  give(
    person: Person,
    method: 'POST' | 'PUT',
    path: string,
    body: object,
    what = path,
  ): Promise<Done> {
    const { version } = this.release;
    const address = `/${this.project.name}/releases/${encodeURIComponent(version)}${path}`;
    return this.project.command(person, method, address, this.dated(body), `${version} ${what}`);
  }

  async reportEnvironments(which: string): Promise<void> {
    const { version } = this.release;
    const report = (path: string, body: object) =>
      this.project.command(
        'deployer',
        'POST',
        `/${this.project.name}${path}`,
        this.dated(body),
        `${path} ${which}, for ${version}`,
      );
    await report('/parity-reports', { staging: 'mirrors', qa: 'mirrors' });
    await report('/pipeline-reports', { state: 'confirmed' });
  }

  protected dated(body: object): object {
    const { occurredAt } = this.release;
    return occurredAt === undefined ? body : { ...body, occurredAt };
  }
}
