import { Client } from '../../demo/client.js';
import { People } from '../../demo/people.js';
import { Project } from '../../demo/project.js';

export const project = 'bench';
export const candidate = 'c0ffee10';
const atOnce = 8;

export const ticketsOfRelease = Array.from({ length: 20 }, (_, index) => ({
  id: `T-${index + 1}`,
  title: 'Keep the session after a restart',
  type: 'fix',
}));

interface Checklist {
  readonly preReleaseVerification: readonly { readonly id: string; readonly state: string }[];
}

/** Releases whose gates are waited for, planned and looked at through the API. */
export class Releases {
  private readonly api: Project;
  private planned = 0;

  constructor(url: string, dataFolder: string) {
    this.api = new Project(new Client(url), new People(dataFolder), project, 'bench');
  }

  register(): Promise<void> {
    return this.api.register('The benchmark');
  }

  /** Plans this many, each with its candidate; their versions. */
  async plan(count: number): Promise<string[]> {
    const versions = Array.from({ length: count }, () => `1.${(this.planned += 1)}.0`);
    await inTurns(versions, async (version) => {
      const of = `/${project}/releases`;
      const release = { version, kind: 'standard', tickets: ticketsOfRelease };
      await this.api.command('cio', 'POST', of, release, `plan ${version}`);
      await this.api.command('cio', 'PUT', `${of}/${version}/candidate`, { commit: candidate });
    });
    return versions;
  }

  /** Whether the checklist says that every ticket has passed. */
  async hasPassed(version: string): Promise<boolean> {
    const { preReleaseVerification: items } = await this.api.read<Checklist>(
      `/releases/${version}/checklist`,
    );
    return items.some(({ id, state }) => id === 'quality-gate' && state === 'met');
  }

  async allHavePassed(versions: readonly string[]): Promise<boolean> {
    const passed: boolean[] = [];
    await inTurns(versions, async (version) => {
      passed.push(await this.hasPassed(version));
    });
    return passed.length === versions.length && passed.every((one) => one);
  }
}

/** A few at once, each of them when another is through. */
async function inTurns<One>(all: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  const left = [...all];
  const lane = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}
