import { createPrivateKey, X509Certificate } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { openTokenVerifier, readSigningKey, signToken } from '@roadbook/http';
import { readConfiguration, SystemClock } from '@roadbook/process';
import { handedOut, handOut } from './handed-out.js';
import { secretsIn } from './secrets.js';

const folder = mkdtempSync(join(tmpdir(), 'roadbook-keys-'));
const [secretsFolder, services] = [join(folder, 'secrets'), join(folder, 'services')];
for (const path of [secretsFolder, services]) mkdirSync(path);
const secrets = secretsIn(secretsFolder);
const files = handedOut(secrets, services);
handOut(files.services, services);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const variables = parseEnv(files.services['roadbook.env']!);

describe('what is handed out', () => {
  it('is the same at the next start', () => {
    expect(handedOut(secretsIn(secretsFolder), services)).toStrictEqual(files);
  });

  it('lets services take a token that was signed with the key, outside development mode', async () => {
    const issuer = 'urn:roadbook:compose';
    const configuration = readConfiguration({
      ...variables,
      ...{ HOST: '0.0.0.0', ROADBOOK_ISSUER: issuer, ROADBOOK_DATA: folder },
      ...{ KAFKA_BROKERS: 'kafka:9092', KAFKA_REPLICATION: '1' },
    });
    expect(configuration.notices).toStrictEqual([]);
    expect(configuration.identity.mode).toBe('key-set');
    const verifier = openTokenVerifier(configuration, new SystemClock());
    const key = readSigningKey(join(secretsFolder, 'signing-key.json'));
    const holder = { subject: 'ana', roles: ['cio'], expiresInSeconds: 60 } as const;
    const identity = await verifier.verify(await signToken({ ...holder, key, issuer }));
    expect(identity.roles).toStrictEqual(['cio']);
  });

  it('names to services the files that they get', () => {
    const named = [
      ...Object.values(variables).filter((value) => value?.startsWith(services)),
      new URL(variables.EVENTSTOREDB_URL!).searchParams.get('tlsCAFile')!,
    ];
    expect(named).toHaveLength(5);
    for (const path of named) expect(readFileSync(path!, 'utf8')).not.toBe('');
  });

  it('is no password that every server has at first', () => {
    expect(new URL(variables.EVENTSTOREDB_URL!).password).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['store', 'node.crt', 'node.key', ['eventstoredb', 'localhost']],
    ['broker', 'broker.pem', 'broker.pem', ['kafka', 'localhost']],
    ['services', 'services.crt', 'services.key', ['services']],
  ] as const)('certifies the %s', (party, certificateFile, keyFile, names) => {
    const own: Readonly<Record<string, string>> = files[party];
    const certificate = new X509Certificate(
      /-----BEGIN CERTIFICATE-[^]*/.exec(own[certificateFile]!)![0],
    );
    expect(certificate.checkPrivateKey(createPrivateKey(own[keyFile]!))).toBe(true);
    expect(certificate.verify(new X509Certificate(files.services['ca.crt']!).publicKey)).toBe(true);
    for (const name of names) expect(certificate.checkHost(name)).toBe(name);
  });

  it('gives the key that signs tokens to nobody, and the other keys to one each', () => {
    const holders = (secret: string) =>
      Object.entries(files)
        .filter(([, own]) => Object.values(own).some((content) => content.includes(secret)))
        .map(([party]) => party);
    const { signingKey, certificates, storePassword, busKey } = secrets;
    expect(holders(signingKey.d!)).toStrictEqual([]);
    expect(holders(certificates.store.key)).toStrictEqual(['store']);
    expect(holders(certificates.broker.key)).toStrictEqual(['broker']);
    expect(holders(certificates.services.key)).toStrictEqual(['services']);
    expect(holders(storePassword)).toStrictEqual(['services']);
    expect(holders(busKey)).toStrictEqual(['services']);
  });
});

describe('a file that is handed out', () => {
  it('is for its owner only', () => {
    for (const name of readdirSync(services))
      expect([name, statSync(join(services, name)).mode & 0o777]).toStrictEqual([name, 0o600]);
  });

  it('is written again where it is different, and left alone where it is not', () => {
    const path = join(services, 'jwks.json');
    const before = statSync(path).ino;
    handOut(files.services, services);
    expect(statSync(path).ino).toBe(before);
    writeFileSync(path, 'of another version');
    handOut(files.services, services);
    expect(readFileSync(path, 'utf8')).toBe(files.services['jwks.json']);
    expect(readdirSync(services).sort()).toStrictEqual(Object.keys(files.services).sort());
  });
});
