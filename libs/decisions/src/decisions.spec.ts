import { isRefusal } from '@roadbook/decider';
import type { Decider, Origin, Recorded } from '@roadbook/decider';
import { OutcomeUnknown } from '@roadbook/event-store';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { Decisions } from './decisions.js';

interface Deposited {
  readonly type: 'Deposited';
  readonly data: { readonly amount: number };
}

/** A till that takes money, is quiet about nothing, and refuses to hold more than 100. */
const till: Decider<number, number, Deposited, number> = {
  initial: 0,
  decide: (amount, held, _origin, limit) => {
    if (amount === 0) return [];
    if (held + amount > limit)
      return { refused: [{ id: 'full', missing: `it would hold ${String(held + amount)}` }] };
    return [{ type: 'Deposited', data: { amount } }];
  },
  evolve: (held, { data: { amount } }: Recorded<Deposited>) => held + amount,
};

const command = (id: number): string => `00000000-0000-5000-8000-${String(id).padStart(12, '0')}`;

const by = (commandId: string, at = '2026-01-01T00:00:00.000Z'): Origin => ({
  actor: 'a_ana',
  role: 'cio',
  at,
  commandId,
  correlationId: commandId,
});

const deposit = (amount: number, id: number, at?: string) => ({
  command: amount,
  origin: by(command(id), at),
  surroundings: () => 100,
});

describe('decisions', () => {
  it('appends what was decided, with who, when and as which command', async () => {
    const store = new InMemoryEventStore();
    const outcome = await new Decisions(store).decide(till, 'till', deposit(40, 1));
    const [event] = await store.readStream('till');
    expect(outcome).toStrictEqual({
      revision: 0,
      position: event?.position,
      events: [{ id: event?.id, type: 'Deposited', revision: 0 }],
      repeated: false,
    });
    expect(event).toMatchObject({
      actor: 'a_ana',
      role: 'cio',
      recordedAt: '2026-01-01T00:00:00.000Z',
      commandId: command(1),
      correlationId: command(1),
      data: { amount: 40 },
    });
  });

  it('answers a repeated command from the stream, also after a restart', async () => {
    const store = new InMemoryEventStore();
    const first = await new Decisions(store).decide(till, 'till', deposit(40, 1));
    await new Decisions(store).decide(till, 'till', deposit(40, 2));
    const again = await new Decisions(store).decide(till, 'till', deposit(40, 1));
    expect(again).toStrictEqual({ ...first, repeated: true });
    expect(await store.readStream('till')).toHaveLength(2);
  });

  it('carries a command out once that two replicas decide on at the same moment', async () => {
    const store = new InMemoryEventStore();
    const replicas = [new Decisions(store), new Decisions(store)];
    const both = await Promise.all(replicas.map((one) => one.decide(till, 'till', deposit(40, 1))));
    expect(both.map((one) => !isRefusal(one) && one.events)).toStrictEqual([
      [expect.objectContaining({ type: 'Deposited' })],
      [expect.objectContaining({ type: 'Deposited' })],
    ]);
    expect(await store.readStream('till')).toHaveLength(1);
  });

  it('names events by their command and their place, so that another replica appends the very same', async () => {
    const ids = async (id: number, stream = 'till') => {
      const outcome = await new Decisions(new InMemoryEventStore()).decide(
        till,
        stream,
        deposit(40, id),
      );
      return isRefusal(outcome) ? [] : outcome.events.map((event) => event.id);
    };
    expect(await ids(1)).toStrictEqual(await ids(1));
    expect(new Set([await ids(1), await ids(2), await ids(1, 'safe')].flat()).size).toBe(3);
  });

  it('decides on what another replica has done meanwhile', async () => {
    const store = new InMemoryEventStore();
    const [one, other] = [new Decisions(store), new Decisions(store)];
    await one.decide(till, 'till', deposit(40, 1));
    await other.decide(till, 'till', deposit(40, 2));
    const both = await Promise.all([
      one.decide(till, 'till', deposit(20, 3)),
      other.decide(till, 'till', deposit(20, 4)),
    ]);
    expect(both.map(isRefusal).sort()).toStrictEqual([false, true]);
  });

  it('is silent where there is nothing to do, and says where the stream stands', async () => {
    const decisions = new Decisions(new InMemoryEventStore());
    const done = await decisions.decide(till, 'till', deposit(40, 1));
    if (isRefusal(done)) throw new Error('refused');
    expect(await decisions.decide(till, 'till', deposit(0, 2))).toStrictEqual({
      revision: 0,
      position: done.position,
      events: [],
      repeated: false,
    });
  });

  it('hands a refusal on and appends nothing', async () => {
    const store = new InMemoryEventStore();
    const outcome = await new Decisions(store).decide(till, 'till', deposit(101, 1));
    expect(outcome).toStrictEqual({ refused: [{ id: 'full', missing: 'it would hold 101' }] });
    expect(await store.readStream('till')).toStrictEqual([]);
  });

  it('decides anew when the stream has moved on elsewhere', async () => {
    const store = new InMemoryEventStore();
    const [here, there] = [new Decisions(store), new Decisions(store)];
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, id) =>
        (id % 2 ? here : there).decide(till, 'till', deposit(10, id)),
      ),
    );
    expect(outcomes.filter(isRefusal)).toHaveLength(10);
    expect((await here.load(till, 'till')).state).toBe(100);
  });

  it('knows what is around when it decides, not when it was asked', async () => {
    const limits = [0, 40];
    const decisions = new Decisions(new InterruptedStore());
    const question = { ...deposit(40, 1), surroundings: () => limits.pop() ?? 0 };
    expect(await decisions.decide(till, 'till', question)).toStrictEqual({
      refused: [{ id: 'full', missing: 'it would hold 41' }],
    });
  });

  it('asks the decider again where a repeat may do something', async () => {
    const decisions = new Decisions(new InMemoryEventStore());
    const question = { ...deposit(40, 1), repeatable: true };
    await decisions.decide(till, 'till', question);
    expect(await decisions.decide(till, 'till', question)).toMatchObject({
      revision: 1,
      repeated: false,
    });
  });

  it('never records a time before that of the event before it', async () => {
    const store = new InMemoryEventStore();
    const decisions = new Decisions(store);
    await decisions.decide(till, 'till', deposit(1, 1, '2026-01-02T00:00:00.000Z'));
    await decisions.decide(till, 'till', deposit(1, 2, '2026-01-01T00:00:00.000Z'));
    const times = (await store.readStream('till')).map(({ recordedAt }) => recordedAt);
    expect(times).toStrictEqual(['2026-01-02T00:00:00.000Z', '2026-01-02T00:00:00.000Z']);
  });

  it('finds its own events when the answer of the store got lost', async () => {
    const store = new ForgetfulStore();
    const outcome = await new Decisions(store).decide(till, 'till', deposit(40, 1));
    expect(outcome).toMatchObject({ revision: 0, repeated: true });
    expect(await store.readStream('till')).toHaveLength(1);
  });
});

/** Somebody else comes first, once. */
class InterruptedStore extends InMemoryEventStore {
  private interrupted = false;

  override async append(...append: Parameters<InMemoryEventStore['append']>) {
    if (!this.interrupted) {
      this.interrupted = true;
      await new Decisions(this).decide(till, 'till', deposit(1, 9));
    }
    return super.append(...append);
  }
}

/** Stores, and then doesn't say so, once. */
class ForgetfulStore extends InMemoryEventStore {
  private forgets = true;

  override async append(...append: Parameters<InMemoryEventStore['append']>) {
    const appended = await super.append(...append);
    if (this.forgets) {
      this.forgets = false;
      throw new OutcomeUnknown('the answer got lost');
    }
    return appended;
  }
}
