import type { Node, OpenSubscription } from '../node.js';
import type { LogPosition } from '../rules/reading.js';
import type { Written } from '../rules/record.js';
import {
  caughtUpMessage,
  checkpointMessage,
  confirmationMessage,
  eventMessage,
} from '../wire/events.js';
import { failures } from '../wire/failures.js';
import { send } from './sending.js';
import type { ReadCall } from './sending.js';
import type { Source } from './sources.js';

const pageEventsMax = 32;
const liveEventsMax = 32;
const noPosition = 18_446_744_073_709_551_615n;

/** Follows a source: confirmation, the past in pages, then live; checkpoints count what was looked at, passing or not. */
export class Subscription implements OpenSubscription {
  eventsSent = 0;
  private index: number;
  private considered = 0;
  private checkpoint = '';
  private carried?: LogPosition;
  private anyPassed = false;
  private stalled = false;
  private over = false;

  constructor(
    private readonly node: Node,
    private readonly call: ReadCall,
    private readonly source: Source,
  ) {
    this.index = source.first;
  }

  /** @throws Failure where the server ends it with an error */
  async follow(): Promise<void> {
    this.node.subscriptions.add(this);
    this.call.on('cancelled', this.close);
    this.call.on('close', this.close);
    try {
      await send(this.call, confirmationMessage());
      while (this.isOpen()) {
        await this.catchUp();
        await this.live();
      }
    } finally {
      this.node.subscriptions.delete(this);
    }
  }

  end(): void {
    this.close();
    this.call.end();
  }

  stall(): void {
    this.stalled = true;
  }

  fail(failure: Error): void {
    this.close();
    this.call.emit('error', failure);
  }

  private readonly close = (): void => {
    this.over = true;
    this.node.log.written.ring();
  };

  private isOpen(): boolean {
    return !this.over;
  }

  private get version() {
    return this.node.options.version;
  }

  private get old(): boolean {
    return this.version === '22.10' || this.version === '23.10';
  }

  private async catchUp(): Promise<void> {
    while (this.isOpen() && this.index < this.source.length) await this.page();
    if (!this.old && this.carried) await this.sendCheckpoint(this.lastCarried(this.carried));
    const silent = this.version === '22.10' || (this.version === '23.10' && !this.source.length);
    if (!silent) await this.send(caughtUpMessage());
  }

  /** A page ends at so many events that pass, or that were looked at. */
  private async page(): Promise<void> {
    const { window = Infinity, checkpointEvery } = this.source;
    const first = this.source.at(this.index);
    let [looked, passed] = [0, 0];
    let last: Written | undefined;
    while (looked < window && passed < pageEventsMax && this.isOpen()) {
      const event = this.source.at(this.index);
      if (!event) break;
      this.index += 1;
      looked += 1;
      if (!this.source.passes(event)) continue;
      passed += 1;
      last = event;
      await this.sendEvent(event);
    }
    if (!checkpointEvery || !first) return;
    this.anyPassed ||= passed > 0;
    // Where nothing passed, the position is that of no event: the end of the record before the page.
    this.carried = last ? at(last) : { commit: BigInt(first.position), prepare: 0n };
    this.considered += looked;
    if (this.considered < checkpointEvery) return;
    this.considered %= checkpointEvery;
    await this.sendCheckpoint(this.carried);
  }

  /** What these versions say when nothing passed before the first checkpoint was due. */
  private lastCarried(carried: LogPosition): LogPosition {
    const defect = this.version === '24.2' && !this.anyPassed && this.checkpoint === '';
    return defect ? { commit: noPosition, prepare: noPosition } : carried;
  }

  /** Returns when it fell behind and has to read the past again. */
  private async live(): Promise<void> {
    while (this.isOpen()) {
      const more = this.node.log.written.next();
      while (this.isOpen() && this.index < this.source.length) {
        const waited = await this.liveEvent();
        if (waited && this.behind() > liveEventsMax) {
          if (this.old) throw failures.slowConsumer();
          return;
        }
      }
      const ended = this.source.ended();
      if (ended) throw ended;
      if (this.isOpen()) await more;
    }
  }

  /** True when the client made it wait. */
  private async liveEvent(): Promise<boolean> {
    const event = this.source.at(this.index);
    this.index += 1;
    if (!event) return false;
    const passes = this.source.passes(event);
    if (passes) await this.sendEvent(event);
    const { checkpointEvery } = this.source;
    if (!checkpointEvery) return passes;
    this.carried = at(event);
    this.considered += 1;
    if (this.considered >= checkpointEvery) {
      this.considered = 0;
      await this.sendCheckpoint(this.carried);
    }
    return passes;
  }

  private behind(): number {
    let behind = 0;
    for (let index = this.index; index < this.source.length; index++) {
      const event = this.source.at(index);
      if (event && this.source.passes(event)) behind += 1;
      if (behind > liveEventsMax) break;
    }
    return behind;
  }

  /** Never two equal ones. */
  private async sendCheckpoint(position: LogPosition): Promise<void> {
    const text = `${position.commit}/${position.prepare}`;
    if (text === this.checkpoint) return;
    this.checkpoint = text;
    await this.send(checkpointMessage(position));
  }

  private async sendEvent(event: Written): Promise<void> {
    this.eventsSent += 1;
    await this.send(eventMessage(event));
  }

  private async send(message: Parameters<typeof send>[1]): Promise<void> {
    if (this.stalled) return;
    if (!(await send(this.call, message))) this.over = true;
  }
}

const at = ({ position }: Written): LogPosition => ({
  commit: BigInt(position),
  prepare: BigInt(position),
});
