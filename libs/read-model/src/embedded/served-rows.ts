import { start } from '@roadbook/event-store';
import type { EventStore, Position, StoredEvent } from '@roadbook/event-store';
import { RebuildInProgress } from '../errors.js';
import { foldUpTo } from '../fold-up-to.js';
import type { Projection } from '../projection.js';
import type { Following } from '../projector.js';
import type { Progress } from '../status.js';
import { alone } from './alone.js';
import { Folder, removeDatabase } from './folder.js';
import { renew } from './rebuild.js';
import { openCurrent } from './served.js';
import type { Served } from './served.js';
import { sweep } from './sweep.js';

/**
 * The rows that a service serves. Where none fit its projections they are built; where a rebuild has appointed another
 * generation it goes over to that one, once that is at least as far as the rows that were read until now.
 */
export class ServedRows implements Following {
  private readonly folder: Folder;
  private served?: Served;
  progress?: Progress;

  constructor(
    folder: string,
    private readonly events: EventStore,
    private readonly projections: readonly Projection[],
  ) {
    this.folder = new Folder(folder);
  }

  get position(): Position {
    return this.served?.generation.reached.position ?? start;
  }

  /** What is read from; `undefined` while there is nothing. */
  get current(): Served | undefined {
    return this.served;
  }

  /** True when the pointer has changed since it was followed. */
  get outdated(): boolean {
    return this.served !== undefined && this.served.stamp !== this.folder.stamp;
  }

  async open(signal: AbortSignal): Promise<void> {
    if (this.served) return;
    this.served = await this.openCurrent();
    if (this.served === undefined) {
      await this.build(signal);
      this.served = await this.openCurrent();
    }
    if (this.served === undefined) throw new Error('the rows were replaced while they were built');
    await this.cleanUp();
  }

  async take(events: readonly StoredEvent[]): Promise<void> {
    if (this.outdated) await this.goOver();
    this.served?.fold.take(events);
    this.served?.fold.save();
  }

  close(): void {
    this.served?.generation.close();
    this.served = undefined;
  }

  private openCurrent(): Promise<Served | undefined> {
    return openCurrent(this.folder, this.events, this.projections);
  }

  private async build(signal: AbortSignal): Promise<void> {
    const { events, projections } = this;
    await renew({
      folder: this.folder.path,
      events,
      projections,
      signal,
      onProgress: (progress) => {
        this.progress = progress;
      },
    });
    this.progress = undefined;
  }

  /** Also deletes what was appointed and replaced before anybody served it. Whoever is building now has cleaned up. */
  private async cleanUp(): Promise<void> {
    try {
      await alone(this.folder.lock, () => {
        sweep(this.folder);
      });
    } catch (error) {
      if (!(error instanceof RebuildInProgress)) throw error;
    }
  }

  private async goOver(): Promise<void> {
    const before = this.served;
    if (before === undefined) return;
    const { stamp, current } = this.folder;
    const next = current === before.number ? undefined : await this.openCurrent();
    if (next === undefined) {
      // The same file, or one for another version of this service, which will be started with it.
      this.served = { ...before, stamp };
      return;
    }
    try {
      await foldUpTo(this.events, next.generation, next.fold, { until: this.position });
    } catch (error) {
      next.generation.close();
      throw error;
    }
    this.served = next;
    before.generation.close();
    removeDatabase(before.file);
    await this.cleanUp();
  }
}
