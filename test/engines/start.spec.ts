import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Plot } from '../../libs/messaging/src/kafka/kafka.fixture.js';
import { freePort } from '../../scripts/kafka/free-port.mjs';
import { ensureBuilt } from '../../scripts/ready/build.mjs';
import { ServiceProcess } from '../faults/service-process.js';
import { describeWithKafka } from './kafka.js';
import { keys } from './keys.js';

const testMsMax = 180_000;
const endedMsMax = 60_000;
const readyMsMax = 120_000;
const nobodyListens = 'connect ECONNREFUSED 127.0.0.1:1';
const remedies = {
  store: 'start the event store, or mend what EVENTSTOREDB_URL says of it',
  kafka: 'start Kafka, or mend what KAFKA_BROKERS, KAFKA_TLS and KAFKA_SASL_MECHANISM say of it',
};

let root: string;
let double: ServiceProcess;
let storeUrl: string;

beforeAll(async () => {
  await ensureBuilt();
  root = mkdtempSync(join(tmpdir(), 'roadbook-start-'));
  const port = String(await freePort());
  storeUrl = `esdb://127.0.0.1:${port}?tls=false`;
  double = ServiceProcess.start({ entry: 'scripts/event-store-double.js', env: { PORT: port } });
  await double.untilSaid('Stands in for EventStoreDB', readyMsMax);
}, testMsMax);
afterAll(async () => {
  double.kill();
  await double.ended;
  rmSync(root, { recursive: true });
});

const start = (settings: Readonly<Record<string, string>>): ServiceProcess =>
  ServiceProcess.start({
    entry: 'apps/release/src/main.js',
    env: { ...keys, PORT: '0', ROADBOOK_DATA: join(root, 'data'), ...settings },
  });

/** How a start ended, and all that was said of it. */
async function startWith(settings: Readonly<Record<string, string>>) {
  const starting = start(settings);
  const { code } = await starting.endedWithin(endedMsMax);
  return { code, said: starting.output };
}

describe('a service that cannot start on its servers', () => {
  it(
    'names the variable of the event store that is not there, and what to do',
    async () => {
      const { code, said } = await startWith({
        EVENTSTOREDB_URL: 'esdb://127.0.0.1:1?tls=false',
        KAFKA_BROKERS: '127.0.0.1:1',
      });
      expect(said).toMatch(/^EVENTSTOREDB_URL: the event store failed: .+\n$/);
      expect(said).toContain(`; ${remedies.store}\n`);
      expect(code).toBe(1);
    },
    testMsMax,
  );

  it(
    'names those of a Kafka that is not there, and ends though the event store is',
    async () => {
      expect(
        await startWith({ EVENTSTOREDB_URL: storeUrl, KAFKA_BROKERS: '127.0.0.1:1' }),
      ).toStrictEqual({
        code: 1,
        said: `KAFKA_BROKERS: Kafka can't be reached or refuses: Connection error: ${nobodyListens}; ${remedies.kafka}\n`,
      });
    },
    testMsMax,
  );

  it(
    'names the file of a certificate that is not there',
    async () => {
      const missing = join(root, 'ca.pem');
      expect(
        await startWith({
          ...{ EVENTSTOREDB_URL: storeUrl, KAFKA_BROKERS: '127.0.0.1:1' },
          ...{ KAFKA_TLS: 'true', KAFKA_CA_FILE: missing },
        }),
      ).toStrictEqual({
        code: 1,
        said: `KAFKA_CA_FILE must be a file that this process may read: ENOENT: no such file or directory, open '${missing}'\n`,
      });
    },
    testMsMax,
  );
});

await describeWithKafka('a service on its servers', (brokers) => {
  const plot = new Plot(brokers);
  afterAll(() => plot.clear());
  const onServers = () => ({
    ...{ EVENTSTOREDB_URL: storeUrl, EVENTSTOREDB_PREFIX: plot.prefix },
    ...{ KAFKA_BROKERS: brokers.join(','), KAFKA_PREFIX: plot.prefix },
  });

  it(
    'says that there are fewer brokers than messages have to be on',
    async () => {
      const { code, said } = await startWith({ ...onServers(), KAFKA_REPLICATION: '9' });
      expect(said).toMatch(
        /^KAFKA_BROKERS: Kafka does not make topic \S+ and \d+ more: there are fewer than 9 brokers; start as many, or set KAFKA_REPLICATION to how many there are\n$/,
      );
      expect(code).toBe(1);
    },
    testMsMax,
  );

  it(
    'does not start beside another process on the same folder, and does when that was killed',
    async () => {
      const settings = { ...onServers(), KAFKA_REPLICATION: '1' };
      const first = await started(settings);
      const rows = join(root, 'data/release/read-model');
      expect(await startWith(settings)).toStrictEqual({
        code: 1,
        said: `${rows} belongs to another process that runs; stop that one first, or set ROADBOOK_DATA to another folder: each replica has its own\n`,
      });
      first.kill();
      await first.ended;
      const next = await started(settings);
      next.kill('SIGTERM');
      expect(await next.endedWithin(endedMsMax)).toStrictEqual({ code: 0, signal: null });
    },
    testMsMax,
  );

  async function started(settings: Readonly<Record<string, string>>): Promise<ServiceProcess> {
    const PORT = String(await freePort());
    const service = start({ ...settings, PORT });
    await service.untilReady(`http://127.0.0.1:${PORT}`, readyMsMax);
    return service;
  }
});
