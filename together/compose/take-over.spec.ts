import { once } from 'node:events';
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Authority } from './certificates/authority.js';
import { takeOver } from './take-over.js';

const authority = new Authority(new Date());
const { certificate, key } = authority.issue('eventstoredb', 'localhost');

/** The users of an event store, as its HTTP API changes them. */
class Store {
  readonly passwords = new Map<string, string>();
  private readonly server: Server = createServer({ cert: certificate, key }, (asked, answer) => {
    void this.answer(asked.url ?? '', asked.headers.authorization ?? '', text(asked)).then(
      (code) => {
        answer.writeHead(code).end();
      },
    );
  });

  async start(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  get admin() {
    const { port } = this.server.address() as AddressInfo;
    const reached = { host: 'localhost', port, authority: authority.certificate };
    return { ...reached, name: 'admin', password: 'made for it' };
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async answer(path: string, header: string, body: Promise<string>): Promise<number> {
    const [user, password] = Buffer.from(header.slice(6), 'base64').toString().split(':');
    if (!user || !this.passwords.has(user) || this.passwords.get(user) !== password) return 401;
    if (path === '/users/$current') return 200;
    const [, login, command] = /^\/users\/(.+)\/command\/(.+)$/.exec(path) ?? [];
    const { currentPassword, newPassword } = JSON.parse(await body) as Record<string, string>;
    if (!login || !newPassword || !this.passwords.has(login)) return 404;
    const may = command === 'reset-password' ? user === 'admin' : currentPassword === password;
    if (!may) return 401;
    this.passwords.set(login, newPassword);
    return 200;
  }
}

describe('the passwords of an event store', () => {
  let store: Store;
  beforeEach(async () => {
    store = new Store();
    await store.start();
  });
  afterEach(() => {
    store.stop();
  });

  it('are not those of every server any more', async () => {
    store.passwords.set('admin', 'changeit').set('ops', 'changeit');
    expect(await takeOver(store.admin)).toBe(true);
    expect(store.passwords.get('admin')).toBe('made for it');
    expect(store.passwords.get('ops')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('stay taken when it is done again, also where it was cut off before', async () => {
    store.passwords.set('admin', 'made for it').set('ops', 'changeit');
    expect(await takeOver(store.admin)).toBe(true);
    expect(await takeOver(store.admin)).toBe(true);
    expect(store.passwords.get('admin')).toBe('made for it');
    expect(store.passwords.get('ops')).not.toBe('changeit');
  });

  it('are not taken yet while the server has no users, or not all', async () => {
    expect(await takeOver(store.admin)).toBe(false);
    store.passwords.set('admin', 'changeit');
    expect(await takeOver(store.admin)).toBe(false);
    expect(store.passwords.get('admin')).toBe('made for it');
  });

  it('are not taken where another one was set, or nobody answers', async () => {
    store.passwords.set('admin', 'of somebody else').set('ops', 'changeit');
    expect(await takeOver(store.admin)).toBe(false);
    expect(store.passwords.get('ops')).toBe('changeit');
    const { admin } = store;
    store.stop();
    expect(await takeOver(admin)).toBe(false);
  });

  it('are told to no server that the authority did not certify', async () => {
    store.passwords.set('admin', 'changeit').set('ops', 'changeit');
    const other = new Authority(new Date()).certificate;
    expect(await takeOver({ ...store.admin, authority: other })).toBe(false);
    expect(store.passwords.get('admin')).toBe('changeit');
  });
});
