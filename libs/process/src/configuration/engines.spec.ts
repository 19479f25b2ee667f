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
    [
      { EVENTSTOREDB_URL: 'http://hush@x' },
      'EVENTSTOREDB_URL must be like esdb://user:password@host:2113',
    ],
    [
      { KAFKA_BROKERS: 'kafka' },
      'KAFKA_BROKERS must be host:port, several with commas between them',
    ],
    [
      { KAFKA_BROKERS: 'kafka:9092,' },
      'KAFKA_BROKERS must be host:port, several with commas between them',
    ],
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

  it('points at a variable of Kafka that is probably misspelt', () => {
    expect(read({ KAFKA_TSL: 'true' }).notices).toContain(
      'KAFKA_TSL is set, but nothing reads it: is it misspelt?',
    );
  });
});
