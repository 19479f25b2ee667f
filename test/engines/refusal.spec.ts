import kafkajs from 'kafkajs';
import { Plot } from '../../libs/messaging/src/kafka/kafka.fixture.js';
import { Broker } from '../../scripts/kafka/broker.mjs';
import { ensureBuilt } from '../../scripts/ready/build.mjs';
import { Fleet } from './fleet.js';
import { describeWithOwnKafka } from './kafka.js';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;
const testMsMax = 180_000;
const endedMsMax = 60_000;

beforeAll(ensureBuilt, testMsMax);

await describeWithOwnKafka('services whose right to consume is taken away', () => {
  it(
    'end by themselves, and say by their exit code that they have to be started anew',
    async () => {
      const broker = await Broker.start({
        'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
        'allow.everyone.if.no.acl.found': 'true',
      });
      const fleet = await Fleet.start({ brokers: [broker.address] });
      try {
        await mayOnlySeeGroups(broker);
        const ends = fleet.replicas.map(({ process }) => process.endedWithin(endedMsMax));
        expect(await Promise.all(ends)).toStrictEqual(
          fleet.replicas.map(() => ({ code: 1, signal: null })),
        );
      } finally {
        await fleet.stop();
        await broker.remove();
      }
    },
    testMsMax,
  );
});

/** Who is named in no rule may do everything, as long as there is none. */
const mayOnlySeeGroups = (broker: Broker): Promise<unknown> =>
  new Plot([broker.address]).asAdmin((admin) =>
    admin.createAcls({
      acl: [
        {
          ...{ resourceType: AclResourceTypes.GROUP, resourceName: '*' },
          resourcePatternType: ResourcePatternTypes.LITERAL,
          ...{ principal: 'User:ANONYMOUS', host: '*' },
          operation: AclOperationTypes.DESCRIBE,
          permissionType: AclPermissionTypes.ALLOW,
        },
      ],
    }),
  );
