import { describeWithKafka } from '../../../../test/engines/kafka.js';
import { messagingContract } from '../contract/index.js';
import { Plot } from './kafka.fixture.js';

await describeWithKafka('On a real Kafka,', (brokers) => {
  messagingContract('KafkaMessaging', async () => {
    const plot = new Plot(brokers);
    let messaging = await plot.open();
    return {
      messaging,
      reopen: async () => {
        await messaging.close();
        return (messaging = await plot.open());
      },
      dispose: () => plot.clear(),
    };
  });
});
