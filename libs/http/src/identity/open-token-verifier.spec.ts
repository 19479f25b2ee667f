import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock, readConfiguration } from '@roadbook/process';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { signDevelopmentToken } from './development-token.js';
import { openTokenVerifier } from './open-token-verifier.js';

const clock = new ManualClock('2026-01-01T12:00:00.000Z');
const issuer = 'https://id.example.org';

async function identityProvider() {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const keySet = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one' }] });
  const sign = (kid = 'one') =>
    new SignJWT({ roles: ['cso'] })
      .setProtectedHeader({ alg: 'ES256', kid })
      .setIssuer(issuer)
      .setAudience('roadbook')
      .setSubject('ana')
      .setExpirationTime(Date.parse(clock.now()) / 1000 + 60)
      .sign(privateKey);
  return { keySet, sign };
}

describe('an opened verifier', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'roadbook-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const opened = (variables: Record<string, string> = {}) =>
    openTokenVerifier(readConfiguration({ ROADBOOK_DATA: folder, ...variables }), clock);

  it('accepts in development mode what is signed with the key in the data folder', async () => {
    const roles = ['cio', 'auditor'] as const;
    const signed = { dataFolder: folder, subject: 'ana', roles, expiresInSeconds: 60, clock };
    const token = await signDevelopmentToken(signed);
    const identity = await opened().verify(token);
    expect(identity.roles).toStrictEqual(['cio', 'auditor']);
    expect(identity.actor).toMatch(/^a_[0-9a-f]{32}$/);
    expect(identity.actor).toBe((await opened().verify(token)).actor);
    const limited = await signDevelopmentToken({ ...signed, projects: ['shop'] });
    expect((await opened().verify(limited)).projects).toStrictEqual(['shop']);
  });

  it('accepts a token that was signed before the first start, in a folder that did not exist', async () => {
    const dataFolder = join(folder, 'new', 'data');
    const token = await signDevelopmentToken({
      dataFolder,
      subject: 'ana',
      roles: ['cio'],
      expiresInSeconds: 60,
      clock,
    });
    expect((await opened({ ROADBOOK_DATA: dataFolder }).verify(token)).roles).toStrictEqual([
      'cio',
    ]);
  });

  it('makes both keys of the data folder for their owner only', () => {
    opened();
    for (const file of ['development-key.json', 'actor.key']) {
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    }
  });

  it('says which file holds no key that signs tokens', () => {
    const file = join(folder, 'development-key.json');
    for (const content of ['junk', '{}', 'null']) {
      writeFileSync(file, content);
      expect(() => opened()).toThrow(
        `${file} holds no key that signs tokens: put it back, or remove it to have another one made`,
      );
    }
  });

  it('does not accept what another data folder signed', async () => {
    const other = mkdtempSync(join(tmpdir(), 'roadbook-'));
    const signed = {
      dataFolder: other,
      subject: 'ana',
      roles: ['cio'] as const,
      expiresInSeconds: 60,
    };
    const token = await signDevelopmentToken({ ...signed, clock });
    rmSync(other, { recursive: true });
    await expect(opened().verify(token)).rejects.toThrow(
      'it names no key (kid) that is known here',
    );
  });

  it('takes the keys from a file, and makes no development key then', async () => {
    const { keySet, sign } = await identityProvider();
    const token = await sign();
    const path = join(folder, 'keys.json');
    writeFileSync(path, keySet);
    const verifier = opened({ ROADBOOK_JWKS: path, ROADBOOK_ISSUER: issuer });
    expect((await verifier.verify(token)).roles).toStrictEqual(['cso']);
    expect(() => readFileSync(join(folder, 'development-key.json'))).toThrow('ENOENT');
  });

  it('refuses to start when the file holds no key set', () => {
    const path = join(folder, 'keys.json');
    writeFileSync(path, '{"keys":1}');
    for (const missing of [path, join(folder, 'none.json')]) {
      expect(() => opened({ ROADBOOK_JWKS: missing, ROADBOOK_ISSUER: issuer })).toThrow(
        'ROADBOOK_JWKS must be a file with a JSON Web Key Set',
      );
    }
  });

  it('finds a key that came into the file later, and looks no more than once in 30 seconds', async () => {
    const [old, next] = [await identityProvider(), await identityProvider()];
    const path = join(folder, 'keys.json');
    writeFileSync(path, old.keySet);
    const verifier = opened({ ROADBOOK_JWKS: path, ROADBOOK_ISSUER: issuer });
    const unknown = 'it names no key (kid) that is known here';
    writeFileSync(path, next.keySet.replace('"one"', '"two"'));
    const token = await next.sign('two');
    clock.advance({ seconds: 29 });
    await expect(verifier.verify(token)).rejects.toThrow(unknown);
    clock.advance({ seconds: 1 });
    expect((await verifier.verify(token)).roles).toStrictEqual(['cso']);
    await expect(verifier.verify(await old.sign('one'))).rejects.toThrow(unknown);
  });

  it('takes the keys from an address, once for many tokens', async () => {
    const { keySet, sign } = await identityProvider();
    const token = await sign();
    let asked = 0;
    const server = createServer((_, response) => {
      asked++;
      response.end(keySet);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const verifier = opened({
      ROADBOOK_JWKS: `http://127.0.0.1:${port}/keys`,
      ROADBOOK_ISSUER: issuer,
      ROADBOOK_ACTOR_KEY: 'ab'.repeat(32),
    });
    expect((await verifier.verify(token)).roles).toStrictEqual(['cso']);
    expect((await verifier.verify(token)).roles).toStrictEqual(['cso']);
    await expect(verifier.verify(`${token}x`)).rejects.toThrow('its signature is wrong');
    expect(asked).toBe(1);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
