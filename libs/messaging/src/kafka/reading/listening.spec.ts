import { until } from '../../contract/fixtures.js';
import { MessagingUnavailable } from '../../errors.js';
import { Names } from '../names.js';
import { Seal } from '../seal.js';
import { Listening } from './listening.js';
import type { Partitions } from './partitions.js';

describe('a listener to a topic of Kafka', () => {
  it('hears again within seconds of the return of Kafka, however long that was away', async () => {
    let fetches = 0;
    const away = {
      offsets: () => Promise.resolve([0n]),
      fetch: () => {
        fetches += 1;
        return Promise.reject(new MessagingUnavailable('Kafka is away'));
      },
      close: () => Promise.resolve(),
    };
    const topic = { name: 'orders', summary: 'What is ordered', partitions: 1, retentionDays: 1 };
    const listening = await Listening.begin(
      topic,
      () => Promise.resolve(),
      away as unknown as Partitions,
      {
        ...{ names: new Names(), seal: new Seal(), drainMs: 1_000, onFailure: () => undefined },
        delays: { firstMs: 60_000, mostMs: 60_000 },
      },
    );
    try {
      await until(() => fetches > 1);
    } finally {
      await listening.stop();
    }
  });
});
