import type { Kafka } from 'kafkajs';
import { within } from '../client/deadline.js';
import { fetchWaitMs } from '../client/waits.js';
import type { Consumer, ConsumingOptions } from './consumer.js';
import { heartbeatMs } from './delivery.js';
import type { Delivery } from './delivery.js';

const sessionTimeoutMs = 10_000;
const rebalanceTimeoutMs = 60_000;

export interface Life {
  readonly delivery: Delivery;
  /** Called whenever Kafka answered. */
  readonly heard: () => void;
}

/** One consumer of kafkajs in its group, from joining to its end. It is not used again after it crashed. */
export class Membership {
  /** Resolves with the reason when it crashed. */
  readonly crashed: Promise<unknown>;
  /**
   * False since a request was not answered in time: Kafka hangs, or the way there is cut. Each request has its own time, and joining a group
   * that waits for others has more.
   */
  isAnswered = true;
  private readonly started: Promise<void>;
  private crash!: (reason: unknown) => void;
  private readonly member: ReturnType<Kafka['consumer']>;

  constructor(
    kafka: Kafka,
    private readonly consumer: Consumer,
    private readonly life: Life,
    private readonly options: ConsumingOptions,
  ) {
    this.crashed = new Promise((resolve) => (this.crash = resolve));
    this.member = kafka.consumer({
      groupId: options.names.group(consumer.name),
      allowAutoTopicCreation: false,
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: rebalanceTimeoutMs,
      heartbeatInterval: heartbeatMs,
      maxWaitTimeInMs: fetchWaitMs,
      // A crash is answered in one place, whatever its reason: with another membership.
      retry: { retries: 4, initialRetryTime: 100, restartOnFailure: () => Promise.resolve(false) },
    });
    this.started = this.start().catch(this.crash);
  }

  /** What runs has its time to end. First it has to have begun: kafkajs never ends what is stopped while it joins its group. */
  async stop(): Promise<void> {
    const ended = this.started.then(() => this.member.disconnect());
    await within(this.options.drainMs, 'stopping', ended);
  }

  private async start(): Promise<void> {
    const { member, options, consumer } = this;
    const { delivery, heard } = this.life;
    member.on(member.events.CRASH, ({ payload }) => {
      this.crash(payload.error);
    });
    member.on(member.events.GROUP_JOIN, ({ payload }) => {
      delivery.dealt(payload.memberAssignment);
    });
    member.on(member.events.FETCH, heard);
    member.on(member.events.REQUEST, () => (this.isAnswered = true));
    member.on(member.events.REQUEST_TIMEOUT, () => (this.isAnswered = false));
    await member.connect();
    await member.subscribe({
      topics: consumer.topics.map((topic) => options.names.inCluster(topic)),
      // Also after an offset that is no longer there, so that nothing is skipped.
      fromBeginning: true,
    });
    await member.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: options.partitionsInAll,
      eachBatch: (payload) => delivery.take(payload),
    });
  }
}
