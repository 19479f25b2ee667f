import { topics } from '@roadbook/contracts';
import { Poison } from '@roadbook/messaging';
import type { Delivered } from '@roadbook/messaging';
import { Plot } from '../../libs/messaging/src/kafka/kafka.fixture.js';
import { ensureBuilt } from '../../scripts/ready/build.mjs';
import { ServiceProcess } from '../faults/service-process.js';
import { eventually } from '../journeys/api/eventually.js';
import { describeWithKafka } from './kafka.js';
import { keys } from './keys.js';

const testMsMax = 180_000;
const endedMsMax = 60_000;
const gates = 'roadbook.gates';

beforeAll(ensureBuilt, testMsMax);

await describeWithKafka('the command for dead letters, told of a real Kafka,', (brokers) => {
  let plot: Plot;
  beforeEach(() => {
    plot = new Plot(brokers);
  });
  afterEach(() => plot.clear());

  /** The built command in a process of its own, until it ends by itself; of the event store it needs nothing. */
  async function run(...args: string[]) {
    const command = ServiceProcess.start({
      ...{ entry: 'together/dead-letters.js', args },
      env: {
        ...keys,
        EVENTSTOREDB_URL: 'esdb://127.0.0.1:9?tls=false',
        KAFKA_BROKERS: brokers.join(','),
        KAFKA_PREFIX: plot.prefix,
      },
    });
    const { code } = await command.endedWithin(endedMsMax);
    return { code, said: command.output };
  }

  /** What there is in the cluster of these services: their topics, with how much is in each, and their groups. */
  const inCluster = () =>
    plot.asAdmin(async (admin) => {
      const own = (name: string) => name.startsWith(plot.prefix);
      const names = (await admin.listTopics()).filter(own).sort();
      const ends = names.map(async (name) => {
        const partitions = await admin.fetchTopicOffsets(name);
        return [name, partitions.reduce((sum, { offset }) => sum + Number(offset), 0)];
      });
      const { groups } = await admin.listGroups();
      const groupIds = groups.map(({ groupId }) => groupId).filter(own);
      return { topics: Object.fromEntries(await Promise.all(ends)) as object, groupIds };
    });

  it(
    'lists, shows and replays a message that could not be taken, beside the services',
    async () => {
      const taken: Delivered[] = [];
      let refuses = true;
      const messaging = await plot.open({ topics });
      messaging.consume('release', [gates], (message) => {
        if (refuses) return Promise.reject(new Poison('there is no release 1.4.0 in shop'));
        taken.push(message);
        return Promise.resolve();
      });
      await messaging.publish(gates, [
        {
          ...{ key: 'shop/1.4.0', headers: { ce_id: 'ci-1' } },
          body: Buffer.from('{"gate":"quality"}'),
        },
      ]);
      const letters = async () => (await messaging.read(`${gates}.dead-letters`)).messages;
      await eventually(async () => (await letters()).length === 1, endedMsMax);
      const before = await inCluster();

      const listed = await run('list');
      expect(listed).toMatchObject({ code: 0 });
      expect(listed.said).toMatch(
        /^[\da-f-]{36} {2}\S+ {2}roadbook\.gates {2}release {2}shop\/1\.4\.0\n {4}there is no release 1\.4\.0 in shop\n1 dead letter\n$/,
      );
      const [id = ''] = listed.said.split(' ');
      const shown = await run('show', id);
      expect(shown).toMatchObject({ code: 0 });
      expect(shown.said).toContain('\nce_id: ci-1\n\n{"gate":"quality"}\n');
      expect(await inCluster()).toStrictEqual(before);

      refuses = false;
      expect(await run('replay', id, '--as', 'olga')).toStrictEqual({
        code: 0,
        said: "published to roadbook.gates again; if it can't be taken this time either, that is another dead letter\n",
      });
      await eventually(() => Promise.resolve(taken.length === 1), endedMsMax);
      expect(taken[0]).toMatchObject({ key: 'shop/1.4.0', headers: { ce_id: 'ci-1' } });
      expect((await run('list')).said).toContain('by olga\n');
      const again = await run('replay', id);
      expect(again.code).toBe(1);
      expect(again.said).toContain(`dead letter ${id} was replayed at`);
      expect((await inCluster()).groupIds).toStrictEqual(before.groupIds);
    },
    testMsMax,
  );

  it(
    'says where the services have no topics, and makes none',
    async () => {
      const { code, said } = await run('list');
      expect(said).toBe(
        `KAFKA_BROKERS: topic ${plot.prefix}${topics[0]!.name} and ${String(2 * topics.length - 1)} more can't be found in Kafka: services make their topics when they start, behind the prefix that is set for them\n`,
      );
      expect(code).toBe(1);
      expect(await inCluster()).toStrictEqual({ topics: {}, groupIds: [] });
    },
    testMsMax,
  );
});
