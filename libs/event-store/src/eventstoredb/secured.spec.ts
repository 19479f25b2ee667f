import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill, readToEnd } from '../contract/fixtures.js';
import { certificate } from '../eventstoredb-double/certificate.fixture.js';
import { OnDouble } from './on-double.fixture.js';

describe('EventStoreDB with TLS and a user', () => {
  let folder: string;
  let on: OnDouble;
  let authority: string;
  beforeEach(async () => {
    const made = certificate();
    folder = mkdtempSync(join(tmpdir(), 'roadbook-event-store-'));
    authority = join(folder, 'ca.pem');
    writeFileSync(authority, made.certificate);
    on = await OnDouble.started({ security: { ...made, username: 'release', password: 's3cret' } });
  });
  afterEach(async () => {
    await on.dispose();
    rmSync(folder, { recursive: true });
  });

  const url = () => `${on.double.url}&tlsCAFile=${encodeURIComponent(authority)}`;

  it('is appended to, read and followed outside development', async () => {
    const store = await on.store({ url: url(), development: false });
    const told = on.subscriber(store);
    await fill(store, 'release-1', 2);
    await told.until(({ events }) => events.length === 2);
    expect(await readToEnd(store)).toHaveLength(2);
    expect(on.double.calls).toMatchObject({ append: 2, batch: 0 });
  });

  it('refuses who has another password, and who does not know its certificate', async () => {
    await expect(on.store({ url: url().replace('s3cret', 'other') })).rejects.toMatchObject({
      name: 'StoreUnavailable',
      message: expect.stringContaining('Unauthenticated'),
    });
    await expect(on.store({ url: on.double.url, callMs: 500 })).rejects.toMatchObject({
      name: 'StoreUnavailable',
    });
  });
});
