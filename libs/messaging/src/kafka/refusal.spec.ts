import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import kafkajs from 'kafkajs';
import type { AclEntry } from 'kafkajs';
import { Broker } from '../../../../scripts/kafka/broker.mjs';
import { describeWithOwnKafka } from '../../../../test/engines/kafka.js';
import { messages, readToEnd, Taker, until } from '../contract/fixtures.js';
import { temporaryFolder } from '../embedded/temporary-folder.fixture.js';
import { MessagingUnavailable } from '../errors.js';
import { Plot } from './kafka.fixture.js';
import type { KafkaMessaging } from './kafka-messaging.js';
import type { SaslCredentials } from './options.js';
import { TopicsRefused } from './topics-refused.js';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;

const passwords = { admin: 'admin-of-a-spec', road: 'road-of-a-spec' };
const storePassword = 'store-of-a-spec';

const as = (username: keyof typeof passwords, password = passwords[username]): SaslCredentials => ({
  mechanism: 'plain',
  username,
  password,
});

/** The broker's key, and the certificate that its clients trust. */
function keysIn(folder: ReturnType<typeof temporaryFolder>) {
  const [store, certificate] = [folder.file('keys.p12'), folder.file('certificate.pem')];
  const keytool = (...args: string[]) =>
    execFileSync(
      'keytool',
      [...args, '-alias', 'broker', '-keystore', store, '-storepass', storePassword],
      {
        stdio: 'pipe',
      },
    );
  keytool(
    '-genkeypair',
    '-keyalg',
    'RSA',
    '-storetype',
    'PKCS12',
    '-dname',
    'CN=127.0.0.1',
    '-ext',
    'san=ip:127.0.0.1',
  );
  keytool('-exportcert', '-rfc', '-file', certificate);
  return { store, certificate, ca: readFileSync(certificate, 'utf8') };
}

const users = Object.entries(passwords)
  .map(([name, password]) => `user_${name}="${password}"`)
  .join(' ');

/** Brokers are clients of each other, so they trust the certificate as well. */
const settings = ({ store, certificate }: Record<'store' | 'certificate', string>) => ({
  'listener.security.protocol.map': 'PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT',
  'inter.broker.listener.name': 'PLAINTEXT',
  'sasl.mechanism.inter.broker.protocol': 'PLAIN',
  'sasl.enabled.mechanisms': 'PLAIN',
  'listener.name.plaintext.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required username="admin" password="${passwords.admin}" ${users};`,
  'ssl.keystore.location': store,
  'ssl.keystore.type': 'PKCS12',
  'ssl.keystore.password': storePassword,
  'ssl.truststore.location': certificate,
  'ssl.truststore.type': 'PEM',
  'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  'super.users': 'User:admin;User:ANONYMOUS',
});

const mayRoad = (
  resourceType: AclEntry['resourceType'],
  prefix: string,
  operation: AclEntry['operation'],
): AclEntry => ({
  resourceType,
  resourceName: prefix,
  resourcePatternType: ResourcePatternTypes.PREFIXED,
  principal: 'User:road',
  host: '*',
  operation,
  permissionType: AclPermissionTypes.ALLOW,
});

await describeWithOwnKafka('KafkaMessaging, on a Kafka that does not let everybody in', () => {
  // A broker with keys of its own starts in several steps, each a process of Java.
  jest.setTimeout(180_000);

  const folder = temporaryFolder();
  let broker: Broker;
  let tls: { ca: string };
  let plot: Plot;
  beforeAll(async () => {
    const keys = keysIn(folder);
    broker = await Broker.start(settings(keys));
    tls = { ca: keys.ca };
  });
  afterAll(async () => {
    await broker.remove();
    folder.remove();
  });
  beforeEach(() => {
    plot = new Plot([broker.address], { tls, sasl: as('admin') });
  });
  afterEach(() => plot.clear());

  /** Kafka says that it has taken permissions before it goes by them. */
  async function openOncePermitted(options: Parameters<Plot['open']>[0]): Promise<KafkaMessaging> {
    let opened: KafkaMessaging | undefined;
    await until(async () => {
      opened = await plot.open(options).catch((error: unknown) => {
        if (error instanceof TopicsRefused) return undefined;
        throw error;
      });
      return opened !== undefined;
    });
    return opened!;
  }

  it('publishes, takes and reads over TLS, as somebody', async () => {
    const messaging = await plot.open();
    const taker = new Taker(messaging, 'warehouse');
    await messaging.publish('orders', messages('a', 3));
    await taker.has(3);
    expect(await readToEnd(messaging, 'orders')).toHaveLength(3);
  });

  it.each([
    ['the wrong password', () => ({ sasl: as('road', 'guessed') })],
    ['no password', () => ({ sasl: undefined })],
    ['a certificate that nobody vouches for', () => ({ tls: true })],
  ])('does not open with %s', async (_, options) => {
    await expect(plot.open(options())).rejects.toThrow(MessagingUnavailable);
  });

  it('asks for the end of a process whose consumer may not consume, and says so to health', async () => {
    await plot.open();
    await plot.asAdmin((admin) =>
      admin.createAcls({
        acl: [
          mayRoad(AclResourceTypes.TOPIC, plot.prefix, AclOperationTypes.ALL),
          // It sees its group, and may not join it.
          mayRoad(AclResourceTypes.GROUP, plot.prefix, AclOperationTypes.DESCRIBE),
        ],
      }),
    );
    const fatal: unknown[] = [];
    const messaging = await openOncePermitted({
      sasl: as('road'),
      onFatal: (error) => fatal.push(error),
    });
    const taker = new Taker(messaging, 'warehouse');
    await until(() => fatal.length > 0);
    expect(fatal).toHaveLength(1);
    expect(String(fatal[0])).toContain('Not authorized to access group');
    expect(taker.trouble()).toBe('warehouse is refused by Kafka');
    await taker.stop();
    await messaging.publish('orders', messages('a', 1));
  });
});
