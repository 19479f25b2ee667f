import type { Batch, EachBatchPayload, KafkaMessage, OffsetsByTopicPartition } from 'kafkajs';
import { textOf } from '../../contract/fixtures.js';
import type { Delivered } from '../../messaging.js';
import { Poison } from '../../poison.js';
import { Names } from '../names.js';
import { Seal } from '../seal.js';
import { Delivery } from './delivery.js';

/** Beyond what a number keeps apart. */
const first = 2n ** 53n + 1n;

const batchOf = (count: number, partition = 0) => ({
  topic: 'orders',
  partition,
  messages: Array.from({ length: count }, (_, number) => ({
    ...({ key: null, headers: {}, timestamp: '1700000000000' } as unknown as KafkaMessage),
    value: Buffer.from(String(number)),
    offset: String(first + BigInt(number)),
  })),
});

/** What kafkajs calls with a batch, and what it was asked for. */
function kafkaWith(batch: ReturnType<typeof batchOf>, changes: Partial<EachBatchPayload> = {}) {
  const asked: string[] = [];
  const committed: OffsetsByTopicPartition[] = [];
  const payload: EachBatchPayload = {
    batch: batch as unknown as Batch,
    resolveOffset: (offset) => asked.push(`resolve ${BigInt(offset) - first}`),
    heartbeat: () => {
      asked.push('heartbeat');
      return Promise.resolve();
    },
    pause: () => {
      asked.push('pause');
      return () => asked.push('resume');
    },
    commitOffsetsIfNecessary: (offsets) => {
      committed.push(offsets as OffsetsByTopicPartition);
      return Promise.resolve();
    },
    uncommittedOffsets: () => ({ topics: [] }),
    isRunning: () => true,
    isStale: () => false,
    ...changes,
  };
  return { asked, committed, payload };
}

function deliveryTo(work: (message: Delivered) => unknown, delayMs = 0) {
  const buried: string[] = [];
  const delivery = new Delivery(
    {
      name: 'warehouse',
      topics: ['orders'],
      handle: async (message) => {
        await work(message);
      },
      bury: (message, reason) => {
        buried.push(`${textOf(message)}: ${reason}`);
        return Promise.resolve();
      },
    },
    {
      names: new Names(),
      seal: new Seal(),
      delays: { firstMs: delayMs, mostMs: delayMs },
      drainMs: 1_000,
      partitionsInAll: 1,
      onFailure: () => undefined,
      onFatal: () => undefined,
    },
  );
  return { delivery, buried };
}

const upTo = (count: number, partition = 0) => ({
  topics: [{ topic: 'orders', partitions: [{ partition, offset: String(first + BigInt(count)) }] }],
});

const rebalancing = Object.assign(new Error('The group is rebalancing'), {
  type: 'REBALANCE_IN_PROGRESS',
});

describe('the delivery of a batch', () => {
  it('is committed when all have their effect, up to behind the last, whatever its offset', async () => {
    const effects: string[] = [];
    const { delivery } = deliveryTo((message) => effects.push(textOf(message)));
    const { payload, committed } = kafkaWith(batchOf(3), {
      commitOffsetsIfNecessary: (offsets) => {
        effects.push('commit');
        committed.push(offsets as OffsetsByTopicPartition);
        return Promise.resolve();
      },
    });
    await delivery.take(payload);
    expect(effects).toStrictEqual(['0', '1', '2', 'commit']);
    expect(committed).toStrictEqual([upTo(3)]);
  });

  it('tells the group after each message that it is alive', async () => {
    const { asked, payload } = kafkaWith(batchOf(2));
    await deliveryTo(() => undefined).delivery.take(payload);
    expect(asked).toStrictEqual(['resolve 0', 'heartbeat', 'resolve 1', 'heartbeat']);
  });

  it('tells it also while one message takes long', async () => {
    let beats = 0;
    let enough!: () => void;
    const { delivery } = deliveryTo(() => new Promise<void>((resolve) => (enough = resolve)));
    const { payload } = kafkaWith(batchOf(1), {
      heartbeat: () => {
        beats += 1;
        if (beats === 2) enough();
        return Promise.resolve();
      },
    });
    await delivery.take(payload);
    expect(beats).toBeGreaterThanOrEqual(2);
  });

  it('ends with a rebalance, which kafkajs has to hear of, after what was taken is committed', async () => {
    const taken: string[] = [];
    const { delivery } = deliveryTo((message) => taken.push(textOf(message)));
    const { payload, committed } = kafkaWith(batchOf(3), {
      heartbeat: () => Promise.reject(rebalancing),
    });
    await expect(delivery.take(payload)).rejects.toBe(rebalancing);
    expect(taken).toStrictEqual(['0']);
    expect(committed).toStrictEqual([upTo(1)]);
  });

  it('lets nothing out that a handler throws, and resolves nothing of it', async () => {
    const { delivery } = deliveryTo((message) => {
      if (textOf(message) === '1') throw new TypeError('undefined is not a function');
    });
    const { asked, committed, payload } = kafkaWith(batchOf(3));
    await delivery.take(payload);
    expect(asked).toStrictEqual(['resolve 0', 'heartbeat', 'pause']);
    expect(committed).toStrictEqual([upTo(1)]);
    expect(delivery.waiting.topic).toBe('orders');
    delivery.stop();
  });

  it('buries what is poisonous, and goes on', async () => {
    const { delivery, buried } = deliveryTo((message) => {
      if (textOf(message) === '1') throw new Poison('no customer');
    });
    const { committed, payload } = kafkaWith(batchOf(3));
    await delivery.take(payload);
    expect(buried).toStrictEqual(['1: no customer']);
    expect(committed).toStrictEqual([upTo(3)]);
  });

  it('ends where it is stopped, and leaves the rest', async () => {
    const { delivery } = deliveryTo(() => {
      delivery.stop();
    });
    const { asked, committed, payload } = kafkaWith(batchOf(3));
    await delivery.take(payload);
    expect(asked).toStrictEqual(['resolve 0', 'heartbeat']);
    expect(committed).toStrictEqual([upTo(1)]);
  });

  it('commits nothing of before partitions were dealt anew', async () => {
    const { delivery } = deliveryTo(() => undefined);
    const lost = kafkaWith(batchOf(2), {
      commitOffsetsIfNecessary: () => Promise.reject(new Error('connection closed')),
      heartbeat: () => {
        delivery.dealt({ orders: [1] });
        return Promise.reject(rebalancing);
      },
    });
    await expect(delivery.take(lost.payload)).rejects.toBe(rebalancing);
    const next = kafkaWith(batchOf(1, 1));
    await delivery.take(next.payload);
    expect(next.committed).toStrictEqual([upTo(1, 1)]);
  });

  it('commits what could not be committed with the next batch', async () => {
    const { delivery } = deliveryTo(() => undefined);
    const lost = kafkaWith(batchOf(2), {
      commitOffsetsIfNecessary: () => Promise.reject(new Error('connection closed')),
    });
    await expect(delivery.take(lost.payload)).rejects.toThrow('connection closed');
    const next = kafkaWith(batchOf(1, 1));
    await delivery.take(next.payload);
    expect(next.committed).toHaveLength(1);
    expect(next.committed[0]?.topics[0]?.partitions).toStrictEqual([
      { partition: 0, offset: String(first + 2n) },
      { partition: 1, offset: String(first + 1n) },
    ]);
  });

  it('commits partitions that end together by one request', async () => {
    const { delivery } = deliveryTo(() => undefined);
    const commits: OffsetsByTopicPartition[] = [];
    const commitOffsetsIfNecessary = async (offsets: unknown) => {
      commits.push(offsets as OffsetsByTopicPartition);
      await new Promise((resolve) => setImmediate(resolve));
    };
    const partitions = [0, 1, 2, 3, 4, 5, 6, 7];
    await Promise.all(
      partitions.map((partition) =>
        delivery.take(kafkaWith(batchOf(1, partition), { commitOffsetsIfNecessary }).payload),
      ),
    );
    expect(commits.length).toBeLessThan(3);
    expect(commits.flatMap(({ topics }) => topics.flatMap((one) => one.partitions))).toHaveLength(
      8,
    );
  });
});
