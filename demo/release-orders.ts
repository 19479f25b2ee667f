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

  protected dated(body: object): object {
    const { occurredAt } = this.release;
    return occurredAt === undefined ? body : { ...body, occurredAt };
  }
}
