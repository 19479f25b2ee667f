import { setTimeout as pause } from 'node:timers/promises';
import type { Message, Messaging } from '@roadbook/messaging';
import { Random } from '../properties/random.js';
import { PassingMessaging } from './passing-messaging.js';

/** How many others pass one that is late, and how long it waits for them where nobody comes; who asks and waits must still be answered. */
const overtakenBy = 4;
const lateMs = 60;
const lateChance = 0.2;
const lookEveryMs = 2;
/** As many as a relay repeats together when it begins anew behind its last position. */
const repeatedMax = 5;

/** What is to be delivered of one key on one topic, in order. */
interface Lane {
  readonly topic: string;
  readonly messages: Message[];
  /** Said once, and to be said again in the same order. */
  readonly toRepeat: Message[];
  late?: { readonly after: number; readonly untilMs: number };
}

/**
 * Stands before another messaging and gives it each message twice, some late, shuffled across keys and never within a key: messages are
 * repeated in the order in which they were said, as by a relay that begins anew. What is published is taken at once and lost by a crash,
 * so that it serves tests alone.
 */
export class ChaoticMessaging extends PassingMessaging {
  /** How many were taken; each is delivered twice. */
  taken = 0;
  delivered = 0;
  /** How many were passed by a message of another key that came after them. */
  late = 0;
  private readonly lanes = new Map<string, Lane>();
  private readonly random: Random;
  private working?: Promise<void>;
  private failed?: Error;

  constructor(messaging: Messaging, seed: number) {
    super(messaging);
    this.random = new Random(seed);
  }

  get quiet(): boolean {
    return this.working === undefined;
  }

  override async publish(topic: string, messages: readonly Message[]): Promise<void> {
    if (this.failed !== undefined) throw this.failed;
    await this.messaging.end(topic);
    for (const message of messages) this.add(topic, message);
    this.working ??= this.work();
  }

  /** @throws what the other one refused */
  override async close(): Promise<void> {
    await this.working;
    await this.messaging.close();
    if (this.failed !== undefined) throw this.failed;
  }

  private add(topic: string, message: Message): void {
    const name = `${topic} ${message.key}`;
    const lane = this.lanes.get(name) ?? { topic, messages: [], toRepeat: [] };
    this.lanes.set(name, lane);
    this.taken += 1;
    if (lane.messages.length === 0 && this.random.chance(lateChance))
      lane.late = { after: this.delivered + overtakenBy, untilMs: Date.now() + lateMs };
    lane.messages.push(message);
    lane.toRepeat.push(message);
    if (lane.toRepeat.length >= repeatedMax || this.random.chance(0.5)) repeat(lane);
  }

  private async work(): Promise<void> {
    try {
      while (this.lanes.size > 0) {
        const ready = [...this.lanes].filter(([, lane]) => !this.isLate(lane));
        if (ready.length === 0) await pause(lookEveryMs);
        else await this.deliverSome(this.shuffled(ready));
      }
    } catch (error) {
      this.failed = error instanceof Error ? error : new Error(String(error));
    } finally {
      this.working = undefined;
    }
  }

  /** The first of some keys at once; never two of one key. */
  private async deliverSome(ready: readonly (readonly [string, Lane])[]): Promise<void> {
    const some = ready.slice(0, this.random.between(1, ready.length));
    await Promise.all(
      some.map(async ([name, lane]) => {
        if (lane.messages.length === 0) repeat(lane);
        const [message] = lane.messages.splice(0, 1);
        if (lane.messages.length + lane.toRepeat.length === 0) this.lanes.delete(name);
        if (!message) return;
        this.delivered += 1;
        await this.messaging.publish(lane.topic, [message]);
      }),
    );
  }

  private isLate(lane: Lane): boolean {
    if (!lane.late) return false;
    const { after, untilMs } = lane.late;
    const passed = this.delivered >= after;
    if (!passed && Date.now() < untilMs) return true;
    if (passed) this.late += 1;
    lane.late = undefined;
    return false;
  }

  private shuffled<Item>(items: readonly Item[]): Item[] {
    const left = [...items];
    return items.map(() => left.splice(this.random.between(0, left.length - 1), 1)[0] as Item);
  }
}

function repeat(lane: Lane): void {
  lane.messages.push(...lane.toRepeat.splice(0));
}
