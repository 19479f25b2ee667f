import { resolve } from 'node:path';
import { busIsTrusted, readConfiguration } from './configuration.js';

const developmentMode =
  'DEVELOPMENT MODE: tokens are verified by a key that lies in the data folder; for anything but trying out set ROADBOOK_JWKS';

describe('the configuration', () => {
  it('has a default for everything, on loopback in development mode, and says so', () => {
    expect(readConfiguration({})).toStrictEqual({
      host: '127.0.0.1',
      port: 3000,
      dataFolder: resolve('data'),
      identity: { mode: 'development', issuer: 'urn:roadbook:development', audience: 'roadbook' },
      engines: { mode: 'embedded' },
      actorKey: undefined,
      settingsKey: undefined,
      marksKey: undefined,
      busKey: undefined,
      deploymentDeadlineMinutes: 60,
      verificationDeadlineMinutes: 15,
      trustBus: false,
      logLevel: 'info',
      logFormat: undefined,
      notices: [developmentMode],
    });
  });

  it('reads every variable', () => {
    expect(
      readConfiguration({
        HOST: '0.0.0.0',
        PORT: '8080',
        ROADBOOK_DATA: '/srv/roadbook',
        ROADBOOK_JWKS: 'https://id.example.org/keys',
        ROADBOOK_ISSUER: 'https://id.example.org',
        ROADBOOK_AUDIENCE: 'releases',
        ROADBOOK_ACTOR_KEY: 'ab'.repeat(32),
        ROADBOOK_SETTINGS_KEY: 'cd'.repeat(32),
        ROADBOOK_MARKS_KEY: 'ef'.repeat(32),
        ROADBOOK_BUS_KEY: '01'.repeat(32),
        ROADBOOK_DEPLOYMENT_DEADLINE_MINUTES: '90',
        ROADBOOK_VERIFICATION_DEADLINE_MINUTES: '20',
        ROADBOOK_LOG_LEVEL: 'debug',
        ROADBOOK_LOG_FORMAT: 'json',
      }),
    ).toStrictEqual({
      host: '0.0.0.0',
      port: 8080,
      dataFolder: '/srv/roadbook',
      identity: {
        mode: 'key-set',
        keySet: 'https://id.example.org/keys',
        issuer: 'https://id.example.org',
        audience: 'releases',
      },
      engines: { mode: 'embedded' },
      actorKey: 'ab'.repeat(32),
      settingsKey: 'cd'.repeat(32),
      marksKey: 'ef'.repeat(32),
      busKey: '01'.repeat(32),
      deploymentDeadlineMinutes: 90,
      verificationDeadlineMinutes: 20,
      trustBus: false,
      logLevel: 'debug',
      logFormat: 'json',
      notices: [],
    });
  });

  it('refuses development mode where others can reach the service', () => {
    expect(() => readConfiguration({ HOST: '0.0.0.0' })).toThrow(
      'HOST is not loopback, and without ROADBOOK_JWKS this is development mode',
    );
  });

  it('refuses an issuer without a key set, which would be development mode by mistake', () => {
    expect(() => readConfiguration({ ROADBOOK_ISSUER: 'https://id.example.org' })).toThrow(
      'mean nothing without a key set: set ROADBOOK_JWKS',
    );
  });

  it('refuses a key set without the issuer whose tokens it verifies', () => {
    expect(() => readConfiguration({ ROADBOOK_JWKS: 'keys.json' })).toThrow(
      'ROADBOOK_ISSUER is missing',
    );
  });

  it.each([
    ...['ROADBOOK_ACTOR_KEY', 'ROADBOOK_SETTINGS_KEY'],
    ...['ROADBOOK_MARKS_KEY', 'ROADBOOK_BUS_KEY'],
  ])('refuses as %s what is not 32 bytes, without repeating it', (name) => {
    const attempt = () => readConfiguration({ [name]: 'hush' });
    expect(attempt).toThrow(`${name} must be 32 bytes as 64 hexadecimal digits`);
    expect(attempt).not.toThrow('hush');
  });

  it('points at a variable that is probably misspelt', () => {
    expect(
      readConfiguration({ ROADBOOK_JWK: 'keys.json', ROADBOOK_URL: 'x' }).notices,
    ).toStrictEqual([
      'ROADBOOK_JWK is set, but nothing reads it: is it misspelt?',
      developmentMode,
    ]);
  });

  it('warns of a key set that travels without TLS', () => {
    const { notices } = readConfiguration({
      ROADBOOK_JWKS: 'http://id.example.org/keys',
      ROADBOOK_ISSUER: 'https://id.example.org',
    });
    expect(notices).toStrictEqual([
      'ROADBOOK_JWKS is fetched without TLS: whoever can change that traffic can be anybody',
    ]);
  });

  it('warns when messages of nobody in particular are taken', () => {
    const { trustBus, notices } = readConfiguration({ ROADBOOK_TRUST_BUS: 'true' });
    expect(trustBus).toBe(true);
    expect(notices).toStrictEqual([developmentMode, busIsTrusted]);
  });

  it('trusts the bus by the word true alone', () => {
    expect(readConfiguration({ ROADBOOK_TRUST_BUS: 'false' }).trustBus).toBe(false);
    expect(() => readConfiguration({ ROADBOOK_TRUST_BUS: 'yes' })).toThrow(
      'ROADBOOK_TRUST_BUS must be one of true, false',
    );
  });
});
