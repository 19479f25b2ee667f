import { Project } from '../../demo/project.js';
import { People } from '../../demo/people.js';
import { AccountingClient } from '../faults/acknowledged.js';
import type { Book } from '../faults/acknowledged.js';
import type { Fleet } from './fleet.js';

const lanes = 4;
const commit = 'c0ffee10';
const evidence = { link: 'https://ci.example/runs/4711', note: '1,204 tests passed' };
const tickets = Array.from({ length: 8 }, (_, number) => ({
  id: `T-${String(number)}`,
  title: 'Keep the session after a restart',
  type: 'fix',
}));

/** Teams that plan releases and report verdicts about them, one after the other, until they are told to end. */
export class Commanding {
  readonly book: Book = new Map();
  private readonly patience = new AbortController();
  private readonly project: Project;
  private ended = false;
  private failure: unknown;
  private under: Promise<unknown> = Promise.resolve();

  constructor({ url, dataFolder }: Fleet, name: string) {
    const client = new AccountingClient(url, this.book, this.patience.signal);
    this.project = new Project(client, new People(dataFolder), name, 'commanding');
  }

  async start(): Promise<void> {
    await this.project.register('Releases under load');
    const all = Array.from({ length: lanes }, (_, lane) => this.lane(lane));
    this.under = Promise.all(all).catch((error: unknown) => {
      this.failure = error;
    });
  }

  /** Waits until so many more commands were acknowledged. */
  async more(count: number): Promise<void> {
    const enough = this.book.size + count;
    while (this.book.size < enough) {
      if (this.failure !== undefined) throw this.failure as Error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async end(): Promise<void> {
    this.ended = true;
    await this.under;
    if (this.failure !== undefined) throw this.failure as Error;
  }

  private async lane(lane: number): Promise<void> {
    const releases = `/${this.project.name}/releases`;
    for (let number = 0; !this.ended; number += 1) {
      const version = `1.${String(lane)}.${String(number)}`;
      const release = { version, kind: 'standard', tickets };
      await this.project.command('cio', 'POST', releases, release, `plan ${version}`);
      const path = `${releases}/${version}`;
      await this.project.command('cio', 'PUT', `${path}/candidate`, { commit });
      for (const { id } of tickets) {
        const verdict = { gate: 'quality', verdict: 'passed', candidate: commit, evidence };
        const about = { ...verdict, tickets: [id] };
        await this.project.command('cqo', 'POST', `${path}/gates`, about, `${path} ${id}`);
      }
    }
  }
}
