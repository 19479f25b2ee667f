import { once } from 'node:events';
import type { Kafka } from 'kafkajs';
import { BackOff } from '@roadbook/process';
import { redelivers } from '../../consumer.js';
import type { Consumption } from '../../messaging.js';
import { isRefused } from '../client/refused.js';
import type { Consumer, ConsumingOptions } from './consumer.js';
import { Delivery } from './delivery.js';
import { Membership } from './membership.js';

const replacementDelays = { firstMs: 250, mostMs: 10_000 };
/** A consumer hears of Kafka all the time, also when there is nothing to take. A long message and a slow rebalance have their time, too. */
const stillMsMax = 30_000;
/** A Kafka that is new makes the topic of its groups when the first consumer comes. */
const groupsMadeMsMax = 30_000;

/** A consumer at work: a member of its group, and a new one whenever kafkajs gives one up. */
export class Consuming implements Consumption {
  private readonly stopping = new AbortController();
  private readonly delivery: Delivery;
  private readonly working: Promise<void>;
  private readonly backOff = new BackOff(replacementDelays);
  private readonly begunAt = performance.now();
  private failure?: string;
  private member?: Membership;
  private stopped?: Promise<void>;

  constructor(
    private readonly kafka: Kafka,
    private readonly consumer: Consumer,
    private readonly options: ConsumingOptions,
  ) {
    this.delivery = new Delivery(consumer, options);
    this.working = this.work();
  }

  trouble(): string | undefined {
    const { waiting, stillForMs } = this.delivery;
    const { name } = this.consumer;
    if (this.failure !== undefined) return this.failure;
    if (this.member?.isAnswered === false) return `${name} hears nothing of Kafka`;
    if (waiting.topic !== undefined)
      return redelivers(name, this.options.names.here(waiting.topic));
    return stillForMs > stillMsMax ? `${name} has got no further for a while` : undefined;
  }

  stop(): Promise<void> {
    return (this.stopped ??= this.end());
  }

  private async end(): Promise<void> {
    this.stopping.abort();
    this.delivery.stop();
    await this.working;
  }

  private async work(): Promise<void> {
    const stopped = once(this.stopping.signal, 'abort');
    // Whoever consumes has the consumption in hand before the first message.
    await Promise.resolve();
    while (!this.isStopping()) {
      const member = (this.member = this.join());
      await Promise.race([member.crashed, stopped]);
      await this.leave(member);
      if (!this.isStopping()) await this.answer(await member.crashed);
    }
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private join(): Membership {
    const heard = () => {
      this.delivery.gotFurther();
      this.backOff.reset();
      this.failure = undefined;
    };
    return new Membership(
      this.kafka,
      this.consumer,
      { delivery: this.delivery, heard },
      this.options,
    );
  }

  private async leave(member: Membership): Promise<void> {
    try {
      await member.stop();
    } catch (error) {
      this.options.onFailure(
        `${this.consumer.name} did not end in time; what it was at is delivered again`,
        error,
      );
    }
  }

  /** Joins again after a while, unless that is hopeless. */
  private async answer(crash: unknown): Promise<void> {
    const { name } = this.consumer;
    if (isRefused(crash)) {
      this.failure = `${name} is refused by Kafka`;
      this.stopping.abort();
      this.options.onFailure(this.failure, crash);
      this.options.onFatal(crash);
      return;
    }
    this.failure = `${name} lost Kafka; it is tried again`;
    if (!this.isTooEarly(crash)) this.options.onFailure(this.failure, crash);
    await this.backOff.wait(this.stopping.signal);
  }

  /** Whether groups may still be on their way. Who may not see its group is answered the same, and hears of it later. */
  private isTooEarly(crash: unknown): boolean {
    return hasNoGroups(crash) && performance.now() - this.begunAt < groupsMadeMsMax;
  }
}

/** The topic of groups is not there, or is being read. */
const hasNoGroups = (crash: unknown): boolean =>
  crash instanceof Error &&
  (crash.name === 'KafkaJSGroupCoordinatorNotFound' ||
    ('type' in crash && crash.type === 'GROUP_LOAD_IN_PROGRESS'));
