import { OutcomeUnknown, StoreUnavailable } from '@roadbook/event-store';
import type { ReadOptions } from '@roadbook/event-store';
import { ManualClock } from '@roadbook/process';
import { FailingEventStore } from '../failing-event-store.fixture.js';
import { replicasOn } from './replicas.fixture.js';
import type { StoredAnswers } from './stored-answers.js';

const scope = 'k/of+a_1=';
/** As each replica makes it of the request that it got. */
const request = (fingerprint = 'POST /v1 {}') => ({ scope, fingerprint });
const answer = { status: 409, headers: { etag: '"3"' }, body: '{"refused":"é"}' };

/** A store that shows nothing of what was written before a time. */
class CutOffEventStore extends FailingEventStore {
  cutOffBefore = '';

  override async readStream(stream: string, options?: ReadOptions) {
    const events = await super.readStream(stream, options);
    return events.filter(({ recordedAt }) => recordedAt >= this.cutOffBefore);
  }
}

describe('first answers that replicas share', () => {
  let store: CutOffEventStore;
  let clock: ManualClock;
  let lost: unknown[];
  let one: StoredAnswers;
  let other: StoredAnswers;
  let replica: () => StoredAnswers;
  beforeEach(() => {
    store = new CutOffEventStore();
    clock = new ManualClock();
    ({ one, other, lost, replica } = replicasOn(store, clock));
  });

  const answered = async (by: StoredAnswers, given = answer) => {
    const taken = request();
    expect(await by.claim(taken)).toStrictEqual({ state: 'new' });
    await by.complete(taken, given);
  };

  it('are given again by every replica, and by one that starts later', async () => {
    await answered(one);
    for (const by of [one, other, replica()])
      expect(await by.claim(request())).toStrictEqual({ state: 'answered', answer });
  });

  it('belong to one request', async () => {
    const another = request('POST /v1 {"other":1}');
    const taken = request();
    await one.claim(taken);
    expect(await other.claim(another)).toStrictEqual({ state: 'reused' });
    await one.complete(taken, answer);
    expect(await other.claim(another)).toStrictEqual({ state: 'reused' });
  });

  it('are told apart by key and caller', async () => {
    await answered(one);
    expect(await other.claim({ ...request(), scope: 'k/of+a_2=' })).toStrictEqual({ state: 'new' });
  });

  it('are awaited while the first request is under way at another replica', async () => {
    await one.claim(request());
    expect(await other.claim(request())).toStrictEqual({ state: 'in-use' });
  });

  it('come from one replica of two that get the request at the same moment', async () => {
    const claims = await Promise.all([one.claim(request()), other.claim(request())]);
    expect(claims.map(({ state }) => state).sort()).toStrictEqual(['in-use', 'new']);
  });

  it('come from another replica when the first has died, after ten seconds', async () => {
    const slow = request();
    await one.claim(slow);
    clock.advance({ seconds: 9 });
    expect(await other.claim(request())).toStrictEqual({ state: 'in-use' });
    clock.advance({ seconds: 1 });
    await answered(other);
    await expect(one.complete(slow, { ...answer, body: 'too late' })).rejects.toThrow(
      'another replica answers this request',
    );
    expect(await one.claim(request())).toStrictEqual({ state: 'answered', answer });
    expect(lost).toStrictEqual([]);
  });

  it('are not there for a request that was given up, which any replica may begin again', async () => {
    const taken = request();
    await one.claim(taken);
    await one.release(taken);
    await answered(other);
    expect(await one.claim(request())).toStrictEqual({ state: 'answered', answer });
  });

  it('are kept for 24 hours, and then there may be another one', async () => {
    await answered(one);
    clock.advance({ hours: 23, minutes: 59 });
    expect(await other.claim(request())).toStrictEqual({ state: 'answered', answer });
    clock.advance({ minutes: 1 });
    const second = { ...answer, status: 200 };
    await answered(other, second);
    expect(await one.claim(request())).toStrictEqual({ state: 'answered', answer: second });
  });

  it('go on in another stream where the old one was cut off', async () => {
    await answered(one);
    clock.advance({ hours: 49 });
    store.cutOffBefore = clock.now();
    await answered(other);
    expect(await one.claim(request())).toStrictEqual({ state: 'answered', answer });
  });

  it('are claimed once where nobody knows whether the claim was written', async () => {
    const error = new OutcomeUnknown('no answer');
    store.failure = { of: 'append', error, written: true };
    const taken = request();
    expect(await one.claim(taken)).toStrictEqual({ state: 'new' });
    store.failure = { of: 'append', error, written: true };
    await one.complete(taken, answer);
    expect(await other.claim(request())).toStrictEqual({ state: 'answered', answer });
    expect(lost).toStrictEqual([]);
  });

  it('are not begun while the store is away', async () => {
    store.failure = { of: 'all', error: new StoreUnavailable('it is away') };
    await expect(one.claim(request())).rejects.toThrow(
      'the store of first answers does not answer',
    );
  });
});
