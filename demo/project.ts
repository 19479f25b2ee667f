import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Refused } from './client.js';
import type { Client } from './client.js';
import type { People, Person } from './people.js';

/** What a command answers. */
export interface Done {
  readonly revision: number;
  readonly deployment?: string;
  readonly rehearsal?: string;
  readonly rollback?: string;
  readonly plan?: string;
}

export interface Overview {
  readonly version: string;
  readonly state: string;
  readonly window: {
    readonly state: string;
    readonly start: string | null;
    readonly end: string | null;
  };
}

/** A project as its people see it, through the public API. */
export class Project {
  constructor(
    private readonly client: Client,
    private readonly people: People,
    readonly name: string,
    /** Goes into every key, so that a repeat of the same run is the same commands. */
    private readonly seed: string,
  ) {}

  /** @param what names the command; with the seed it makes the key */
  async command(
    person: Person,
    method: 'POST' | 'PUT',
    path: string,
    body: object,
    what = path,
  ): Promise<Done> {
    return this.client.json<Done>({
      method,
      path: `/v1/projects${path}`,
      body,
      token: await this.people.token(person),
      key: createHash('sha256')
        .update(`${this.seed}\n${this.name}\n${method} ${what}`)
        .digest('hex'),
    });
  }

  async read<Answer>(path: string): Promise<Answer> {
    return this.client.json<Answer>({
      method: 'GET',
      path: `/v1/projects/${this.name}${path}`,
      token: await this.people.token('cio'),
    });
  }

  async document(path: string): Promise<string> {
    return this.client.text({
      method: 'GET',
      path: `/v1/projects/${this.name}${path}`,
      token: await this.people.token('cio'),
      accept: 'text/markdown',
    });
  }

  /** Registers it, and has its environments and its pipeline reported as soon as the environment service has heard of it. */
  async register(title: string): Promise<void> {
    await this.command('orchestrator', 'POST', '', { project: this.name, name: title });
    await this.heardOf();
    for (const environment of ['dev', 'qa', 'staging', 'production'])
      await this.command(
        'deployer',
        'PUT',
        `/${this.name}/environments/${environment}/configuration`,
        {
          settings,
        },
      );
    await this.command('deployer', 'POST', `/${this.name}/pipeline/definitions`, { definition });
  }

  private async heardOf(): Promise<void> {
    const untilMs = Date.now() + heardOfWithinMs;
    for (;;) {
      try {
        await this.read('/pipeline');
        return;
      } catch (error) {
        if (!(error instanceof Refused) || error.status !== 404 || Date.now() > untilMs)
          throw error;
        await pause(lookEveryMs);
      }
    }
  }
}

/** What is configured in every environment of the demo. */
const settings = [
  { setting: 'payment.timeout', value: '30s' },
  { setting: 'pool.size', value: '20' },
];
const definition = createHash('sha256').update('the pipeline of the demo').digest('hex');

const heardOfWithinMs = 10_000;
const lookEveryMs = 50;
