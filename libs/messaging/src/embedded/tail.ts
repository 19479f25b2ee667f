import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { BackOff } from '@roadbook/process';
import type { Bell, Delays } from '@roadbook/process';
import type { Entry } from './message-log.js';

/** What is followed: what lies behind a position, and a bell that rings whenever there may be more. */
export interface Followed {
  readonly bell: Bell;
  readonly delays: Delays;
  behind(position: number): readonly Entry[];
  /** Takes one; when it fails, it is asked again after a while. */
  take(entry: Entry): Promise<void>;
  readonly onFailure: (error: unknown) => void;
}

/** Takes messages one after the other, from a position on, until it is stopped. */
export class Tail {
  /** Settles when nothing is taken any more and nothing will be. */
  readonly ended: Promise<void>;
  private readonly stopping = new AbortController();
  private readonly backOff: BackOff;

  constructor(
    private readonly followed: Followed,
    private position: number,
  ) {
    this.backOff = new BackOff(followed.delays);
    this.ended = this.follow();
  }

  /** True while the next message waits because taking it failed. */
  get isRetrying(): boolean {
    return this.backOff.failures > 0;
  }

  stop(): Promise<void> {
    this.stopping.abort();
    this.followed.bell.ring();
    return this.ended;
  }

  private get isStopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private async follow(): Promise<void> {
    while (!this.isStopped) {
      const more = this.followed.bell.next();
      try {
        const took = await this.takeSome();
        // Everybody else has a turn, also when all handlers answer at once.
        await (took ? turnOfTheLoop() : more);
      } catch (error) {
        this.followed.onFailure(error);
        await this.backOff.wait(this.stopping.signal);
      }
    }
  }

  private async takeSome(): Promise<boolean> {
    const entries = this.followed.behind(this.position);
    for (const entry of entries) {
      if (this.isStopped) break;
      await this.followed.take(entry);
      this.position = entry.position;
      this.backOff.reset();
    }
    this.backOff.reset();
    return entries.length > 0;
  }
}
