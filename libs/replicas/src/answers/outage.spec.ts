import { jest } from '@jest/globals';
import { OutcomeUnknown, StoreUnavailable } from '@roadbook/event-store';
import { SystemClock } from '@roadbook/process';
import { FailingEventStore } from '../failing-event-store.fixture.js';
import { replicasOn } from './replicas.fixture.js';
import type { StoredAnswers } from './stored-answers.js';

const request = () => ({ scope: 'k/of+a_1=', fingerprint: 'POST /v1 {}' });
const answer = { status: 409, headers: {}, body: '{"refused":"é"}' };
const isNew = { state: 'new' };

const away = { of: 'all', error: new StoreUnavailable('it is away') } as const;
/** Whatever is written, nobody is told so. */
const deaf = { of: 'all', error: new OutcomeUnknown('no answer'), written: true } as const;
/** Nothing is written, and that takes its time. */
const silent = { of: 'all', error: new OutcomeUnknown('no answer'), afterMs: 6_000 } as const;

describe('a key whose request the store went away under', () => {
  let store: FailingEventStore;
  let lost: unknown[];
  let one: StoredAnswers;
  let other: StoredAnswers;
  beforeEach(() => {
    jest.useFakeTimers();
    store = new FailingEventStore();
    ({ one, other, lost } = replicasOn(store, new SystemClock()));
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const pass = (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1_000);
  /** What came of it within so many seconds. */
  const within = async (seconds: number, asked: Promise<unknown>) => {
    let outcome: unknown = 'nothing yet';
    asked.then(
      (said) => (outcome = said),
      (error: unknown) => (outcome = (error as Error).name),
    );
    await pass(seconds);
    return outcome;
  };

  it('is to be had within five seconds everywhere when nobody knew whether it was claimed', async () => {
    store.failure = deaf;
    expect(await within(3, one.claim(request()))).toBe('AnswersUnavailable');
    store.failure = away;
    await pass(2);
    store.failure = undefined;
    await pass(2);
    expect(await within(1, other.claim(request()))).toStrictEqual(isNew);
  });

  it('goes at once to who asks again where it was claimed', async () => {
    store.failure = deaf;
    expect(await within(3, one.claim(request()))).toBe('AnswersUnavailable');
    store.failure = undefined;
    expect(await within(1, one.claim(request()))).toStrictEqual(isNew);
    expect(await other.claim(request())).toStrictEqual({ state: 'in-use' });
  });

  it('is to be had within five seconds everywhere when the request failed with the store', async () => {
    const taken = request();
    await one.claim(taken);
    store.failure = away;
    expect(await within(1, one.release(taken))).toBeUndefined();
    await pass(4);
    store.failure = undefined;
    await pass(2);
    expect(await within(1, other.claim(request()))).toStrictEqual(isNew);
  });

  it('is not said to be in use any more by a request that could not say that it ended', async () => {
    const taken = request();
    await one.claim(taken);
    await pass(2.5);
    store.failure = silent;
    await within(1, one.release(taken));
    await pass(70);
    store.failure = undefined;
    const written = await store.head();
    await pass(60);
    expect(await store.head()).toBe(written);
    expect(await other.claim(request())).toStrictEqual(isNew);
  });

  it('keeps nobody waiting for longer than one call to a store that is silent', async () => {
    store.failure = silent;
    expect(await within(2.9, one.claim(request()))).toBe('nothing yet');
    expect(await within(3, one.claim(request()))).toBe('AnswersUnavailable');
    store.failure = undefined;
    await pass(10);
    const taken = request();
    expect(await one.claim(taken)).toStrictEqual(isNew);
    store.failure = silent;
    expect(await within(0.5, one.release(taken))).toBeUndefined();
  });

  it('is not claimed by who was told that it could not be, and waited for another one', async () => {
    store.failure = deaf;
    for (let times = 0; times < 3; times += 1)
      expect(await within(3, one.claim(request()))).toBe('AnswersUnavailable');
    store.failure = undefined;
    await pass(5);
    const written = (await store.readAll()).events.map(({ type }) => type);
    expect(written).toStrictEqual(['RequestTaken', 'RequestGivenUp']);
  });

  it('gets its answer on record when the store is back, which nobody is told before', async () => {
    const taken = request();
    await one.claim(taken);
    store.failure = away;
    expect(await within(3, one.complete(taken, answer))).toBe('AnswersUnavailable');
    await pass(2);
    store.failure = undefined;
    expect(await within(1, one.claim(request()))).toStrictEqual({ state: 'answered', answer });
    expect(await other.claim(request())).toStrictEqual({ state: 'answered', answer });
    expect(lost).toStrictEqual([]);
  });

  it('loses its answer where the store stays away, and that is told', async () => {
    const taken = request();
    await one.claim(taken);
    store.failure = away;
    expect(await within(3, one.complete(taken, answer))).toBe('AnswersUnavailable');
    await pass(60);
    expect(lost).toStrictEqual([away.error]);
    store.failure = undefined;
    expect(await other.claim(request())).toStrictEqual(isNew);
  });
});
