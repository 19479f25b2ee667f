import type { StreamMetadata } from '@eventstore/db-client';
import { events, fill, somebody } from '../contract/fixtures.js';
import { until } from '../eventstoredb-double/client.fixture.js';
import { OnDouble } from './on-double.fixture.js';
import { UnsafeStore } from './unsafe-store.js';

describe('a stream whose metadata lose history', () => {
  let on: OnDouble;
  beforeEach(async () => {
    on = await OnDouble.started();
    await fill(await on.store(), 'release-1', 3);
  });
  afterEach(() => on.dispose());

  const setMetadata = (stream: string, metadata: StreamMetadata) =>
    on.client().setStreamMetadata(stream, metadata);

  it.each([{ $maxCount: 100 }, { $maxAge: 3_600 }, { $tb: 1 }])(
    'is refused at start: %j',
    async (metadata) => {
      await on.client().appendToStream('$$release/release-1', {
        ...{ id: crypto.randomUUID(), type: '$metadata', contentType: 'application/json' },
        ...{ data: metadata, metadata: {} },
      });
      const opening = on.store();
      await expect(opening).rejects.toThrow(UnsafeStore);
      await expect(opening).rejects.toThrow(
        `stream release-1 has ${Object.keys(metadata).join()} in its metadata`,
      );
    },
  );

  it('is found however much was written since, by others too', async () => {
    await setMetadata('release/release-1', { maxCount: 100 });
    const other = await on.store({ service: 'environment' });
    for (let stream = 0; stream < 3; stream++) {
      await other.append(`environment-${stream}`, undefined, events(400), somebody);
    }
    await expect(on.store()).rejects.toThrow(UnsafeStore);
  });

  it('is taken once they are taken out again', async () => {
    await setMetadata('release/release-1', { maxCount: 100 });
    await setMetadata('release/release-1', { acl: { readRoles: ['ana'] } });
    expect(await (await on.store()).readStream('release-1')).toHaveLength(3);
  });

  it('is none of our business where it belongs to another service', async () => {
    await setMetadata('environment/environment-1', { maxCount: 100 });
    expect(await (await on.store()).readStream('release-1')).toHaveLength(3);
  });

  it('is told about when that happens while the service runs, and nothing more is appended', async () => {
    const store = await on.store();
    expect(store.trouble()).toBeUndefined();
    await setMetadata('release/release-1', { maxCount: 100 });
    await until(() => on.errors.length > 0, 'an alarm is raised');
    expect(on.errors.join()).toContain('stream release-1 has $maxCount in its metadata');
    expect(store.trouble()).toBe(
      'stream release-1 has $maxCount in its metadata, by which the server removes events; take it out',
    );
    await expect(store.append('release-2', undefined, events(1), somebody)).rejects.toMatchObject({
      name: 'StoreUnavailable',
    });
    expect(on.idsIn('release-2')).toStrictEqual([]);
  });

  it('is appended to again once they are taken out while the service runs', async () => {
    const store = await on.store();
    await setMetadata('release/release-1', { maxCount: 100 });
    await until(() => store.trouble() !== undefined, 'it is in trouble');
    await setMetadata('release/release-1', {});
    await until(() => store.trouble() === undefined, 'it is well again');
    await store.append('release-2', undefined, events(1), somebody);
    expect(on.idsIn('release-2')).toHaveLength(1);
  });

  it.each(['first', 'second'])(
    'is found when that happens while the store is opened, during its %s look at the end',
    async (look) => {
      on.double.faults.order('read', 'late-answer', { times: look === 'first' ? 1 : 2 });
      const inTrouble = on.store().then(
        (store) => until(() => store.trouble() !== undefined, 'it is in trouble'),
        (error: unknown) => {
          expect(error).toBeInstanceOf(UnsafeStore);
        },
      );
      const held = () => on.double.faults.heldBack === 1;
      await until(held, 'it looks');
      if (look === 'second') {
        on.double.faults.release();
        await until(held, 'it looks again');
      }
      await setMetadata('release/release-1', { maxCount: 100 });
      on.double.faults.release();
      await inTrouble;
    },
  );

  it('shows that the server left out what it hides', async () => {
    const store = await on.store();
    await setMetadata('release/release-1', { truncateBefore: 2 });
    await expect(store.readStream('release-1')).rejects.toMatchObject({
      name: 'MissingEvent',
      stream: 'release-1',
      revision: 0,
    });
  });

  it('is not appended to once it was deleted', async () => {
    const store = await on.store();
    await on.client().tombstoneStream('release/release-1');
    await expect(store.append('release-1', undefined, events(1), somebody)).rejects.toMatchObject({
      name: 'StoreUnavailable',
    });
    await expect(store.readStream('release-1')).rejects.toThrow(
      'stream release/release-1 was deleted from the event store',
    );
  });
});
