import { setTimeout as pause } from 'node:timers/promises';
import { ServiceProcess } from './service-process.js';
import type { Ended, Starting } from './service-process.js';

/** Ways to die, with the highest number of the times that a point is passed before it kills. */
export const waysToDie = {
  'before-commit': 30,
  'after-commit': 30,
  'before-answer': 30,
  'inside-projection': 150,
  'between-claim-and-start': 3,
  'during a rebuild': 60,
  'at random': 0,
} as const;

export type WayToDie = keyof typeof waysToDie;

const main = 'together/main.js';
export const rebuild = 'together/rebuild.js';
/** Generous, for a machine that does much else; a quiet one needs a second or two. */
const lifeMsMax = 60_000;
const randomLifeMsMax = 1_500;

/** Starts a service and lets it die, again and again. */
export class Killings {
  readonly counts = new Map<WayToDie, number>();
  /** What the services logged as errors before they died. */
  readonly complaints: string[] = [];
  private readonly processes: ServiceProcess[] = [];
  private living?: ServiceProcess;
  private rebuilds = 0;

  constructor(
    private readonly env: Readonly<Record<string, string>>,
    private readonly url: string,
    private readonly random: (below: number) => number,
  ) {}

  get count(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** @throws Error with what the process said, when one ends in another way than this */
  async kill(way: WayToDie): Promise<void> {
    if (way === 'at random') await this.atRandom();
    else if (way === 'during a rebuild') await this.duringRebuild();
    else await this.atFailpoint(way);
  }

  start(how: Partial<Starting> = {}): ServiceProcess {
    const process = ServiceProcess.start({ entry: main, env: this.env, ...how });
    this.processes.push(process);
    return process;
  }

  /** Starts one that lives until it is asked to stop. */
  async live(): Promise<void> {
    this.living = this.start();
    await this.living.untilReady(this.url, lifeMsMax);
  }

  async stop(): Promise<Ended> {
    if (!this.living) throw new Error('no service lives');
    this.living.kill('SIGTERM');
    const ended = await this.living.endedWithin(lifeMsMax);
    this.complaints.push(...this.living.complaints);
    return ended;
  }

  /** Leaves no process behind. */
  async end(): Promise<void> {
    for (const process of this.processes) process.kill();
    await Promise.all(this.processes.map(({ ended }) => ended));
  }

  /** Maybe while it starts. */
  private async atRandom(): Promise<void> {
    const service = this.start();
    await pause(this.random(randomLifeMsMax));
    service.kill();
    await this.died(service, 'at random');
  }

  private async atFailpoint(way: Exclude<WayToDie, 'at random' | 'during a rebuild'>) {
    const failpoint = this.failpoint(way, way);
    const service = this.start({ failpoint });
    await this.died(service, way);
    if (!service.output.includes(`reached ${way}\n`)) service.failed(`did not die at ${failpoint}`);
  }

  /** In turns the rebuild dies beside a service that goes on, and the service beside a rebuild that goes on. */
  private async duringRebuild(): Promise<void> {
    const service = this.start();
    await service.untilReady(this.url, lifeMsMax);
    this.rebuilds += 1;
    const victim = this.rebuilds % 2 === 0 ? service.pid : undefined;
    const failpoint = this.failpoint('inside-projection', 'during a rebuild');
    const rebuilding = this.start({ entry: rebuild, failpoint, victim });
    if (victim === undefined) {
      await this.died(rebuilding, 'during a rebuild');
      service.kill();
      await this.died(service, 'at random');
    } else {
      const { code } = await rebuilding.endedWithin(lifeMsMax);
      if (code !== 0) rebuilding.failed('did not survive the service');
      await this.died(service, 'during a rebuild');
    }
  }

  private failpoint(name: string, way: WayToDie): string {
    return `${name}:${String(1 + this.random(waysToDie[way]))}`;
  }

  private async died(service: ServiceProcess, way: WayToDie): Promise<void> {
    await service.killedWithin(lifeMsMax);
    this.complaints.push(...service.complaints);
    this.counts.set(way, (this.counts.get(way) ?? 0) + 1);
  }
}
