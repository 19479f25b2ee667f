import { anEvent, headOf, somebody } from '../contract/fixtures.js';
import { WrongExpectedHead } from '../errors.js';
import { until } from '../eventstoredb-double/client.fixture.js';
import { OnDouble } from './on-double.fixture.js';

describe('a store whose streams are not kept for good', () => {
  let on: OnDouble;
  beforeEach(async () => {
    on = await OnDouble.started();
  });
  afterEach(() => on.dispose());

  const append = async (keeping: { lastEvents: number } | { seconds: number }) => {
    const store = await on.store({ service: 'answers', keeping });
    await store.append('answers-1', undefined, [anEvent()], somebody);
    return store;
  };
  const metadata = async () =>
    (await on.client().getStreamMetadata('answers/answers-1')).metadata ?? {};
  const isTold = () =>
    until(() => on.double.log.stream('$$answers/answers-1') !== undefined, 'it is told');
  const appendUntold = async () => {
    on.double.faults.order('append', 'cut-short', { stream: '$$answers/answers-1' });
    const store = await append({ lastEvents: 2 });
    await until(() => on.warnings.length > 0, 'it could not be told');
    expect(await metadata()).toStrictEqual({});
    return store;
  };

  it.each([
    [{ lastEvents: 2 }, { maxCount: 2 }],
    [{ seconds: 172_800 }, { maxAge: 172_800 }],
  ])('tells the server %j when a stream begins', async (keeping, told) => {
    await append(keeping);
    await isTold();
    expect(await metadata()).toStrictEqual(told);
  });

  it('tells the server again, where that failed, when something else is appended', async () => {
    const store = await appendUntold();
    await store.append('answers-2', undefined, [anEvent()], somebody);
    await isTold();
    expect(await metadata()).toStrictEqual({ maxCount: 2 });
  });

  it('tells the server what a process before it could not tell', async () => {
    await (await appendUntold()).close();
    const next = await on.store({ service: 'answers', keeping: { lastEvents: 2 } });
    await next.append('answers-1', await headOf(next, 'answers-1'), [anEvent()], somebody);
    await isTold();
    expect(await metadata()).toStrictEqual({ maxCount: 2 });
  });

  it('tells the server once, however much is appended', async () => {
    const store = await append({ lastEvents: 2 });
    await isTold();
    for (let number = 0; number < 3; number++)
      await store.append('answers-1', await headOf(store, 'answers-1'), [anEvent()], somebody);
    await store.append('answers-2', undefined, [anEvent()], somebody);
    await until(
      () => on.double.log.stream('$$answers/answers-2') !== undefined,
      'the next is told',
    );
    expect(on.double.log.stream('$$answers/answers-1')?.events).toHaveLength(1);
  });

  it('is opened and appended to again, and shows the last events', async () => {
    const store = await append({ lastEvents: 2 });
    for (let number = 0; number < 3; number++)
      await store.append('answers-1', await headOf(store, 'answers-1'), [anEvent()], somebody);
    const again = await on.store({ service: 'answers', keeping: { lastEvents: 2 } });
    const [last] = await again.readStream('answers-1', { direction: 'backwards', limit: 1 });
    expect(last?.revision).toBe(3);
  });

  it('says at once that a stream whose events are all gone was begun', async () => {
    const store = await append({ seconds: 172_800 });
    await on.client().setStreamMetadata('answers/answers-1', { truncateBefore: 1 });
    expect(await store.readStream('answers-1')).toStrictEqual([]);
    await expect(
      store.append('answers-1', undefined, [anEvent()], somebody),
    ).rejects.toBeInstanceOf(WrongExpectedHead);
  });
});
