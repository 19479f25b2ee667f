import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import { Authority } from './authority.js';

const now = new Date();
const authority = new Authority(now);
const other = new Authority(now);
const store = authority.issue('eventstoredb', 'localhost');
const client = authority.issue('services');

/** What a TLS server with the certificate of the store answers to this client, or why there is no answer. */
async function asked(options: ConnectionOptions): Promise<string> {
  const server = createServer(
    {
      ...{ cert: store.certificate, key: store.key },
      ...{ ca: authority.certificate, requestCert: true, rejectUnauthorized: true },
    },
    (socket) => socket.end('served'),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const me = { cert: client.certificate, key: client.key, ca: authority.certificate };
  const socket = connect({ ...me, host: '127.0.0.1', port, servername: 'localhost', ...options });
  let answer = '';
  socket.on('data', (part: Buffer) => (answer += part.toString()));
  try {
    await once(socket, 'close');
    return answer;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    server.close();
  }
}

describe('a certificate', () => {
  it('is trusted by whoever trusts its authority, under each of its names', async () => {
    expect(await asked({})).toBe('served');
    expect(await asked({ servername: 'eventstoredb' })).toBe('served');
  });

  it('is not trusted under another name, nor by whoever trusts another authority', async () => {
    expect(await asked({ servername: 'kafka' })).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
    expect(await asked({ ca: other.certificate })).toBe('SELF_SIGNED_CERT_IN_CHAIN');
  });

  it('lets a client in that shows one, and nobody without or with one of another authority', async () => {
    const stranger = other.issue('services');
    const shown = { cert: stranger.certificate, key: stranger.key };
    expect(await asked(shown)).not.toBe('served');
    expect(await asked({ cert: undefined, key: undefined })).not.toBe('served');
  });

  it('is issued by the authority, for servers and clients, and issues none itself', () => {
    const [root, leaf] = [
      new X509Certificate(authority.certificate),
      new X509Certificate(store.certificate),
    ];
    expect(leaf.checkIssued(root)).toBe(true);
    expect(leaf.verify(root.publicKey)).toBe(true);
    expect(leaf.subject).toBe('CN=eventstoredb');
    expect(leaf.subjectAltName).toBe('DNS:eventstoredb, DNS:localhost');
    expect(leaf.keyUsage).toStrictEqual(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']);
    expect([root.ca, leaf.ca]).toStrictEqual([true, false]);
  });

  it('is valid from the day before, for ten years', () => {
    const issued = new X509Certificate(
      new Authority(new Date('2026-02-01T12:00:00.000Z')).issue('kafka').certificate,
    );
    expect(issued.validFrom).toBe('Jan 31 12:00:00 2026 GMT');
    expect(issued.validTo).toBe('Feb  1 12:00:00 2036 GMT');
  });

  it('has a number of its own', () => {
    const numbers = [store, client].map((one) => new X509Certificate(one.certificate).serialNumber);
    expect(new Set(numbers).size).toBe(2);
    expect(numbers.every((one) => one.length === 32)).toBe(true);
  });
});
