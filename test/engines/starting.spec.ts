import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDbDouble } from '../../libs/event-store/src/eventstoredb-double/index.js';
import { freePort } from '../../scripts/kafka/free-port.mjs';
import { ensureBuilt } from '../../scripts/ready/build.mjs';
import { ServiceProcess } from '../faults/service-process.js';
import { keys } from './fleet.js';

const testMsMax = 180_000;
const endedMsMax = 120_000;

beforeAll(ensureBuilt, testMsMax);

describe('a service that finds its event store, and not its Kafka', () => {
  it(
    'says so and ends, to be started anew, though it is connected to the store',
    async () => {
      const double = await EventStoreDbDouble.started();
      const folder = mkdtempSync(join(tmpdir(), 'roadbook-starting-'));
      const service = ServiceProcess.start({
        entry: 'apps/release/src/main.js',
        env: {
          ...keys,
          ...{ PORT: '0', ROADBOOK_DATA: folder },
          EVENTSTOREDB_URL: double.url,
          KAFKA_BROKERS: `127.0.0.1:${String(await freePort())}`,
        },
      });
      try {
        expect(await service.endedWithin(endedMsMax)).toStrictEqual({ code: 1, signal: null });
        expect(service.output).toContain("Kafka can't be reached or refuses");
      } finally {
        service.kill();
        await service.ended;
        double.stop();
        rmSync(folder, { recursive: true });
      }
    },
    testMsMax,
  );
});
