import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, ServiceWentAway } from './client.js';

describe('a client of the demo', () => {
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
