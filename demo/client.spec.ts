import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, ServiceWentAway } from './client.js';

describe('a client of the demo', () => {
  it('repeats a request whose first one is still under way, as where the service died with it, until it is answered', async () => {
    const inUse = { type: 'urn:roadbook:problem:idempotency-key-in-use', status: 409 };
    const answers = [
      { status: 409, body: JSON.stringify(inUse) },
      { status: 200, body: 'the first answer' },
    ];
    const keys: unknown[] = [];
    const server = createServer(({ headers }, answer) => {
      keys.push(headers['idempotency-key']);
      const { status, body } = answers.shift()!;
      answer.writeHead(status).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const client = new Client(`http://127.0.0.1:${String(port)}`);
    const asked = client.text({ method: 'POST', path: '/', token: '', key: 'key-1' });
    expect(await asked).toBe('the first answer');
    expect(keys).toStrictEqual(['key-1', 'key-1']);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('gives up on a service that takes requests and answers none, in the time that it may be away', async () => {
    const hanging = createServer(() => undefined);
    await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
    const { port } = hanging.address() as AddressInfo;
    const awayMs = 600;
    const client = new Client(`http://127.0.0.1:${String(port)}`, awayMs);
    const asked = client.text({ method: 'GET', path: '/', token: '' });
    const tooLong = new Promise((_, reject) => {
      setTimeout(reject, 5_000, new Error('it still waits')).unref();
    });
    await expect(Promise.race([asked, tooLong])).rejects.toThrow(ServiceWentAway);
    hanging.closeAllConnections();
    await new Promise((resolve) => hanging.close(resolve));
  });
});
