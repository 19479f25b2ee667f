import { jest } from '@jest/globals';
import { StoreUnavailable } from '@roadbook/event-store';
import { SystemClock } from '@roadbook/process';
import { FailingEventStore } from '../failing-event-store.fixture.js';
import { replicasOn } from './replicas.fixture.js';
import type { StoredAnswers } from './stored-answers.js';

const request = () => ({ scope: 'k/of+a_1=', fingerprint: 'POST /v1 {}' });
const answer = { status: 200, headers: {}, body: '{"revision":3}' };

describe('a key whose request takes long', () => {
  let store: FailingEventStore;
  let clock: SystemClock;
  let lost: unknown[];
  let one: StoredAnswers;
  let other: StoredAnswers;
  beforeEach(() => {
    jest.useFakeTimers();
    store = new FailingEventStore();
    clock = new SystemClock();
    ({ one, other, lost } = replicasOn(store, clock));
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const pass = (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1_000);

  it('is in use at every replica until it is answered', async () => {
    const slow = request();
    await one.claim(slow);
    for (let times = 0; times < 4; times += 1) {
      await pass(15);
      expect(await other.claim(request())).toStrictEqual({ state: 'in-use' });
    }
    await one.complete(slow, answer);
    expect(await other.claim(request())).toStrictEqual({ state: 'answered', answer });
  });

  it('is to be had again when the request still has not ended after five minutes', async () => {
    await one.claim(request());
    await pass(300);
    expect(await other.claim(request())).toStrictEqual({ state: 'in-use' });
    await pass(10);
    expect(await other.claim(request())).toStrictEqual({ state: 'new' });
  });

  it('is left alone once it is answered, or given up', async () => {
    const [answered, givenUp] = [request(), { ...request(), scope: 'another' }];
    await one.claim(answered);
    await one.claim(givenUp);
    await one.complete(answered, answer);
    await one.release(givenUp);
    const written = await store.head();
    await pass(60);
    expect(await store.head()).toBe(written);
    expect(await other.claim(request())).toStrictEqual({ state: 'answered', answer });
    expect(await other.claim(givenUp)).toStrictEqual({ state: 'new' });
  });

  it('is answered behind the claim that is being written at that moment, and left alone then', async () => {
    const slow = request();
    await one.claim(slow);
    jest.advanceTimersByTime(3_000);
    await one.complete(slow, answer);
    const written = await store.head();
    await pass(60);
    expect(await store.head()).toBe(written);
    expect(await other.claim(request())).toStrictEqual({ state: 'answered', answer });
  });

  it('is kept on when the store was away for a moment', async () => {
    const slow = request();
    await one.claim(slow);
    store.failure = { of: 'append', error: new StoreUnavailable('it is away') };
    await pass(15);
    expect(store.failure).toBeUndefined();
    expect(await other.claim(request())).toStrictEqual({ state: 'in-use' });
    await one.complete(slow, answer);
    expect(await other.claim(request())).toStrictEqual({ state: 'answered', answer });
    expect(lost).toStrictEqual([]);
  });

  it('is left to who took it over while its replica stood still', async () => {
    const [slow, next] = [request(), request()];
    await one.claim(slow);
    jest.setSystemTime(Date.now() + 10_000);
    expect(await other.claim(next)).toStrictEqual({ state: 'new' });
    await pass(15);
    await other.complete(next, answer);
    await pass(15);
    await expect(one.complete(slow, { ...answer, body: 'too late' })).rejects.toThrow(
      'another replica answers this request',
    );
    expect(await one.claim(request())).toStrictEqual({ state: 'answered', answer });
    expect(lost).toStrictEqual([]);
  });
});
