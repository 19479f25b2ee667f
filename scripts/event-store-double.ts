import { EventStoreDbDouble } from '@roadbook/event-store/eventstoredb-double';
import type { Version } from '@roadbook/event-store/eventstoredb-double';

const { PORT = '2113', VERSION = '24.10' } = process.env;

const double = new EventStoreDbDouble({ version: VERSION as Version });
await double.start(Number(PORT));
console.log(`Stands in for EventStoreDB ${VERSION} at ${double.url}; keeps everything in memory.`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    double.stop();
  });
}
