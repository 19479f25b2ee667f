import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDbStore } from '@roadbook/event-store/eventstoredb';
import { RandomIds, SystemClock } from '@roadbook/process';
import { StoredAnswers } from '@roadbook/replicas';
import { EventStoreDbDouble } from '../../../libs/event-store/src/eventstoredb-double/index.js';

/** A store that is silent says nothing for 3 s, and half a second goes by for a key to be free again; the rest is for a slow machine. */
const silentMsMax = 4_500;
const releasedMsMax = 2_000;
const backMsMax = 5_000;
const testMsMax = 30_000;
const lookEveryMs = 50;
const request = (scope: string) => ({ scope, fingerprint: 'POST /v1 {}' });

describe('first answers in an EventStoreDB that goes away', () => {
  let double: EventStoreDbDouble;
  let stores: EventStoreDbStore[];
  let one: StoredAnswers;
  let other: StoredAnswers;
  beforeEach(async () => {
    double = await EventStoreDbDouble.started();
    stores = [await opened(), await opened()];
    const answers = stores.map(
      (store) => new StoredAnswers({ store, clock, ids: new RandomIds(), onLost: () => undefined }),
    );
    [one, other] = [answers[0]!, answers[1]!];
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    double.stop();
  });

  const clock = new SystemClock();
  const opened = () =>
    EventStoreDbStore.open({
      ...{ url: double.url, service: 'answers', development: true },
      keeping: { seconds: 3_600 },
      logger: { warn: () => undefined, error: () => undefined },
    });
  /** How long it takes until the key is to be had, by whoever asks again and again. */
  const toBeHad = async (by: StoredAnswers, scope: string): Promise<number> => {
    const sinceMs = Date.now();
    for (;;) {
      const state = await by.claim(request(scope)).then(
        (claim) => claim.state,
        (error: unknown) => (error as Error).name,
      );
      if (state === 'new') return Date.now() - sinceMs;
      expect(['AnswersUnavailable', 'in-use']).toContain(state);
      await pause(lookEveryMs);
    }
  };
  const refusedAfter = async (by: StoredAnswers, scope: string): Promise<number> => {
    const sinceMs = Date.now();
    await expect(by.claim(request(scope))).rejects.toMatchObject({ name: 'AnswersUnavailable' });
    return Date.now() - sinceMs;
  };

  it.each(['the same', 'another'])(
    'leave a key of whose claim nobody knew to %s replica, within five seconds',
    async (which) => {
      double.faults.order('append', 'lost-answer', { stream: 'answers' });
      double.faults.order('read', 'silence', { times: 99 });
      expect(await refusedAfter(one, 'unknown')).toBeLessThan(silentMsMax);
      double.stop();
      await pause(lookEveryMs);
      double.faults.clear();
      await double.start();
      expect(await toBeHad(which === 'another' ? other : one, 'unknown')).toBeLessThan(backMsMax);
    },
    testMsMax,
  );

  it(
    'leave the key of a request that failed to any replica, within five seconds',
    async () => {
      const taken = request('failed');
      expect(await one.claim(taken)).toStrictEqual({ state: 'new' });
      double.stop();
      const sinceMs = Date.now();
      await one.release(taken);
      expect(Date.now() - sinceMs).toBeLessThan(releasedMsMax);
      await double.start();
      expect(await toBeHad(other, 'failed')).toBeLessThan(backMsMax);
    },
    testMsMax,
  );

  it(
    'say within the time of one call that it is silent, and are back within five seconds',
    async () => {
      double.faults.order('append', 'silence', { times: 99 });
      double.faults.order('read', 'silence', { times: 99 });
      for (const scope of ['first', 'second', 'first'])
        expect(await refusedAfter(one, scope)).toBeLessThan(silentMsMax);
      double.faults.clear();
      for (const scope of ['first', 'second'])
        expect(await toBeHad(other, scope)).toBeLessThan(backMsMax);
    },
    testMsMax,
  );
});
