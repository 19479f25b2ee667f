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

  it.each([
    [{ lastEvents: 2 }, { maxCount: 2 }],
    [{ seconds: 172_800 }, { maxAge: 172_800 }],
  ])('tells the server %j when a stream begins', async (keeping, told) => {
    await append(keeping);
    await until(() => on.double.log.stream('$$answers/answers-1') !== undefined, 'it is told');
    expect(await metadata()).toStrictEqual(told);
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
