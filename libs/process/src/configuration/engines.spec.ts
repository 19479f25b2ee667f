import { readConfiguration } from './configuration.js';
import { ConfigurationError } from './configuration-error.js';

const key = 'ab'.repeat(32);
const keys = {
  ...{ ROADBOOK_ACTOR_KEY: key, ROADBOOK_SETTINGS_KEY: key },
  ...{ ROADBOOK_MARKS_KEY: key, ROADBOOK_BUS_KEY: key },
};
const url = 'esdb://roadbook:hush@events.example:2113';
const servers = { EVENTSTOREDB_URL: url, KAFKA_BROKERS: 'kafka-1:9092, kafka-2:9092' };
const identity = { ROADBOOK_JWKS: 'keys.json', ROADBOOK_ISSUER: 'https://id.example.org' };

const read = (more: Readonly<Record<string, string>> = {}) =>
  readConfiguration({ ...identity, ...keys, ...servers, ...more });

/** What is wrong, a sentence each. */
function problemsOf(variables: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfiguration({ ...identity, ...variables });
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

const addresses = {
  store:
    'EVENTSTOREDB_URL must be like esdb://user:password@host:2113, with %40 for @, %3A for : and %2F for /',
  brokers:
    'KAFKA_BROKERS must be host:port, several with commas between them, and ports from 1 to 65535',
};
const storeAt = (address: string) => ({ EVENTSTOREDB_URL: `esdb://ana:hush@${address}` });

const belongTogether = {
  sasl: 'KAFKA_SASL_MECHANISM, KAFKA_USERNAME and KAFKA_PASSWORD belong together: set all three, or none',
  files: 'KAFKA_CERT_FILE and KAFKA_KEY_FILE belong together: set both, or neither',
  tls: 'KAFKA_CA_FILE, KAFKA_CERT_FILE and KAFKA_KEY_FILE mean nothing without TLS: set KAFKA_TLS=true, or unset them',
};

describe('the configuration of servers', () => {
  it('takes their addresses, three copies of each message, and says that Kafka has no TLS', () => {
    const { engines, notices } = read();
    expect(engines).toStrictEqual({
      mode: 'servers',
      eventStoreUrl: url,
      kafka: { brokers: ['kafka-1:9092', 'kafka-2:9092'], replication: 3 },
    });
    expect(notices).toStrictEqual([
      'KAFKA_TLS is off: whoever can change that traffic can say anything in the name of Roadbook',
    ]);
  });

  it('takes everything that is said of Kafka', () => {
    const { engines, notices } = read({
      ...{ KAFKA_TLS: 'true', KAFKA_CA_FILE: 'ca.pem', KAFKA_CERT_FILE: 'me.pem' },
      ...{ KAFKA_KEY_FILE: 'me.key', KAFKA_SASL_MECHANISM: 'scram-sha-512' },
      ...{ KAFKA_USERNAME: 'roadbook', KAFKA_PASSWORD: 'hush' },
      ...{ KAFKA_REPLICATION: '1', KAFKA_PREFIX: 'test.' },
    });
    expect(engines).toMatchObject({
      kafka: {
        tls: { caFile: 'ca.pem', certFile: 'me.pem', keyFile: 'me.key' },
        sasl: { mechanism: 'scram-sha-512', username: 'roadbook', password: 'hush' },
        replication: 1,
        prefix: 'test.',
      },
    });
    expect(notices).toStrictEqual([]);
  });

  it('takes what the names of streams begin with', () => {
    expect(read({ EVENTSTOREDB_PREFIX: 'test.' }).engines).toMatchObject({
      eventStoreUrl: url,
      eventStorePrefix: 'test.',
    });
    expect(problemsOf({ EVENTSTOREDB_PREFIX: 'test.' })).toStrictEqual([
      'EVENTSTOREDB_PREFIX: means nothing without an event store: set EVENTSTOREDB_URL, or unset it',
    ]);
  });

  it('refuses one server without the other', () => {
    const without = 'set it too, or neither for files in the data folder';
    expect(problemsOf({ EVENTSTOREDB_URL: url })).toStrictEqual([
      `KAFKA_BROKERS is missing: with EVENTSTOREDB_URL, ${without}`,
    ]);
    expect(problemsOf({ KAFKA_BROKERS: 'kafka:9092' })).toStrictEqual([
      `EVENTSTOREDB_URL is missing: with KAFKA_BROKERS, ${without}`,
    ]);
  });

  it('refuses to let each replica make keys of its own', () => {
    const { ROADBOOK_ACTOR_KEY: _, ROADBOOK_BUS_KEY: __, ...some } = keys;
    expect(problemsOf({ ...servers, ...some })).toStrictEqual([
      'ROADBOOK_ACTOR_KEY, ROADBOOK_BUS_KEY: missing; all replicas and services need the same ones, of 64 hexadecimal digits each: openssl rand -hex 32',
    ]);
  });

  it('refuses what is said of Kafka where there is no broker', () => {
    expect(problemsOf({ KAFKA_TLS: 'true', KAFKA_PREFIX: 'test.' })).toStrictEqual([
      'KAFKA_TLS, KAFKA_PREFIX: mean nothing without a broker: set KAFKA_BROKERS, or unset them',
    ]);
  });

  it.each([
    [{ EVENTSTOREDB_URL: 'http://hush@x' }, addresses.store],
    [{ EVENTSTOREDB_URL: 'esdb://ana:hush@hush@x:2113' }, addresses.store],
    [{ EVENTSTOREDB_URL: 'esdb://ana:hush:hush@x:2113' }, addresses.store],
    [{ EVENTSTOREDB_URL: 'esdb://ana:hush?hush/@x:2113' }, addresses.store],
    [
      { EVENTSTOREDB_URL: 'esdb://ana:hush%zz@x:2113' },
      'EVENTSTOREDB_URL has a % in user or password that begins no escape: write %25 for %',
    ],
    [storeAt('x:99999'), 'EVENTSTOREDB_URL has a port that is not from 1 to 65535'],
    [storeAt('x:2113,y:0'), 'EVENTSTOREDB_URL has a port that is not from 1 to 65535'],
    [
      storeAt('x:y'),
      'EVENTSTOREDB_URL must name hosts as host:port, several with commas between them',
    ],
    [storeAt('x?tls=fals'), 'EVENTSTOREDB_URL must have true or false for tls'],
    [storeAt('x?TLS=FALSE'), 'EVENTSTOREDB_URL must have true or false for tls'],
    [storeAt('x?tls'), 'EVENTSTOREDB_URL must have true or false for tls'],
    [
      storeAt('x?defaultDeadline=1s'),
      'EVENTSTOREDB_URL must have a whole number for defaultDeadline',
    ],
    [storeAt('x?tlsCAFile=%'), 'EVENTSTOREDB_URL must have a value, with %25 for %, for tlsCAFile'],
    [
      storeAt('x?tls=true&tls-verify-cert=false'),
      'EVENTSTOREDB_URL must not have tlsVerifyCert=false outside development: name the authority of its certificate with tlsCAFile',
    ],
    [
      storeAt('x?tsl=false'),
      'EVENTSTOREDB_URL has a switch that is not known: there are tls, tlsVerifyCert, throwOnAppendFailure, maxDiscoverAttempts, discoveryInterval, gossipTimeout, defaultDeadline, keepAliveInterval, keepAliveTimeout, nodePreference, connectionName, tlsCAFile, userCertFile, userKeyFile',
    ],
    [{ KAFKA_BROKERS: 'kafka' }, addresses.brokers],
    [{ KAFKA_BROKERS: 'kafka:9092,' }, addresses.brokers],
    [{ KAFKA_BROKERS: 'kafka:9092,kafka:65536' }, addresses.brokers],
    [{ KAFKA_BROKERS: 'kafka:0' }, addresses.brokers],
    [{ KAFKA_REPLICATION: '0' }, 'KAFKA_REPLICATION must be a whole number from 1 to 9'],
    [
      { KAFKA_PREFIX: 'Test' },
      'KAFKA_PREFIX must be lower-case letters, digits, dots and dashes, at most 49',
    ],
    [
      { EVENTSTOREDB_PREFIX: 'a/b' },
      'EVENTSTOREDB_PREFIX must be lower-case letters, digits, dots and dashes, at most 49',
    ],
    [{ KAFKA_USERNAME: 'roadbook' }, belongTogether.sasl],
    [{ KAFKA_SASL_MECHANISM: 'plain', KAFKA_PASSWORD: 'hush' }, belongTogether.sasl],
    [{ KAFKA_TLS: 'true', KAFKA_CERT_FILE: 'me.pem' }, belongTogether.files],
    [{ KAFKA_CA_FILE: 'ca.pem' }, belongTogether.tls],
    [{ EVENTSTOREDB_URL: ' ' }, 'EVENTSTOREDB_URL is set but empty: give it a value or unset it'],
  ])('refuses %j', (more, problem) => {
    const problems = problemsOf({ ...keys, ...servers, ...more });
    expect(problems).toContain(problem);
    expect(problems.join()).not.toContain('hush');
    expect(new Set(problems).size).toBe(problems.length);
  });

  it.each([
    'esdb://ana:p%40ss%3A1@x',
    'esdb+discover://ana:hush@store.example:2113/?tlsCAFile=%2Fkeys%2Fca.crt',
    'kurrentdb://ana:hush@a:2113,b:2113?nodePreference=read_only_replica&tls=true',
  ])('takes %s', (EVENTSTOREDB_URL) => {
    expect(read({ EVENTSTOREDB_URL }).engines).toMatchObject({ eventStoreUrl: EVENTSTOREDB_URL });
  });

  it('takes an event store that nobody vouches for in development', () => {
    const EVENTSTOREDB_URL = `${url}?tlsVerifyCert=false`;
    const development = readConfiguration({ ...keys, ...servers, EVENTSTOREDB_URL });
    expect(development.engines).toMatchObject({ eventStoreUrl: EVENTSTOREDB_URL });
  });

  it.each([
    [
      { KAFKA_SASL_MECHANISM: 'PLAIN', KAFKA_USERNAME: 'roadbook', KAFKA_PASSWORD: 'hush' },
      'KAFKA_SASL_MECHANISM must be one of plain, scram-sha-256, scram-sha-512',
    ],
    [{ KAFKA_TLS: 'TRUE', KAFKA_CA_FILE: 'ca.pem' }, 'KAFKA_TLS must be one of true, false'],
  ])('says of %j only what is wrong', (more, problem) => {
    expect(problemsOf({ ...keys, ...servers, ...more })).toStrictEqual([problem]);
  });

  it.each(['KAFKA_TSL', 'EVENTSTORE_URL', 'EVENTSTOREDB_URI', 'KURRENTDB_URL'])(
    'points at %s, which is probably misspelt, with servers and on files',
    (name) => {
      const pointed = `${name} is set, but nothing reads it: is it misspelt?`;
      expect(read({ [name]: 'true' }).notices).toContain(pointed);
      expect(readConfiguration({ ...identity, [name]: 'true' }).notices).toStrictEqual([pointed]);
    },
  );
});
