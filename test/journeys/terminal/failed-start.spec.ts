import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../../scripts/ready/build.mjs';
import { freePort } from '../../../scripts/kafka/free-port.mjs';
import { ServiceProcess } from '../../faults/service-process.js';

const testMsMax = 240_000;
const startedMsMax = 60_000;
const endedMsMax = 60_000;

const keys = {
  ...{ ROADBOOK_ACTOR_KEY: 'ab'.repeat(32), ROADBOOK_SETTINGS_KEY: 'cd'.repeat(32) },
  ...{ ROADBOOK_MARKS_KEY: 'ef'.repeat(32), ROADBOOK_BUS_KEY: '01'.repeat(32) },
};

describe('a start that fails when one server was reached and another one was not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roadbook-failed-start-'));
  let store: ServiceProcess;
  let storePort: number;
  beforeAll(async () => {
    await ensureBuilt();
    storePort = await freePort();
    store = ServiceProcess.start({
      entry: 'scripts/event-store-double.js',
      env: { PORT: String(storePort) },
    });
    await store.untilSaid('Stands in for EventStoreDB', startedMsMax);
  }, testMsMax);
  afterAll(async () => {
    store.kill();
    await store.ended;
    rmSync(folder, { recursive: true });
  });

  it(
    'ends with 1 and says why, so that it can be started anew',
    async () => {
      const service = ServiceProcess.start({
        entry: 'apps/release/src/main.js',
        env: {
          ...keys,
          EVENTSTOREDB_URL: `esdb://127.0.0.1:${String(storePort)}?tls=false`,
          KAFKA_BROKERS: `127.0.0.1:${String(await freePort())}`,
          KAFKA_REPLICATION: '1',
          PORT: '0',
          ROADBOOK_DATA: folder,
        },
      });
      const ended = service.endedWithin(endedMsMax).finally(() => {
        service.kill();
      });
      expect(await ended).toStrictEqual({ code: 1, signal: null });
      expect(service.output).toContain("Kafka can't be reached");
    },
    testMsMax,
  );
});
