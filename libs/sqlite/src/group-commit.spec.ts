import { mayBeCommitted, whatHappened } from './errors.js';
import { GroupCommit } from './group-commit.js';

class Unavailable extends Error {}
class Unknown extends Error {}

const failures = {
  unavailable: (error: unknown) => new Unavailable(`it ${whatHappened(error)}`, { cause: error }),
  commitFailed: (error: unknown) =>
    mayBeCommitted(error)
      ? new Unknown(`it ${whatHappened(error)} while committing`, { cause: error })
      : failures.unavailable(error),
};

const sqliteError = (errcode: number) =>
  Object.assign(new Error('from SQLite'), { code: 'ERR_SQLITE_ERROR', errcode });

/** Writes down what it is asked, and fails where it is told to. */
class Transactions {
  readonly asked: string[] = [];
  private readonly failures = new Map<string, Error>();

  failOnce(step: string, error: Error): void {
    this.failures.set(step, error);
  }
  begin(): void {
    this.ask('begin');
  }
  commit(): void {
    this.ask('commit');
  }
  rollback(): void {
    this.ask('rollback');
  }
  ask(step: string): void {
    this.asked.push(step);
    const failure = this.failures.get(step);
    this.failures.delete(step);
    if (failure) throw failure;
  }
}

describe('group commit', () => {
  let transactions: Transactions;
  let commits: number;
  let group: GroupCommit;
  beforeEach(() => {
    transactions = new Transactions();
    commits = 0;
    group = new GroupCommit(transactions, failures, () => commits++);
  });
  const add = (name: string, rows = 1) =>
    group.add(rows, () => {
      transactions.ask(name);
      return name;
    });

  it('commits what came in together in one transaction, in order', async () => {
    expect(await Promise.all([add('a'), add('b'), add('c')])).toStrictEqual(['a', 'b', 'c']);
    expect(transactions.asked).toStrictEqual(['begin', 'a', 'b', 'c', 'commit']);
    expect(commits).toBe(1);
  });

  it('starts another transaction when one has enough rows', async () => {
    await Promise.all([add('a', 500), add('b', 500), add('c', 1), add('d', 1000), add('e', 5000)]);
    expect(transactions.asked.join(' ')).toBe(
      'begin a b commit begin c commit begin d commit begin e commit',
    );
  });

  it('tells nobody of success before the commit', async () => {
    const told: string[] = [];
    const both = [add('a'), add('b')].map((one) => one.then((name) => told.push(name)));
    transactions.failOnce('commit', sqliteError(5));
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toStrictEqual([
      'rejected',
      'rejected',
    ]);
    expect(told).toStrictEqual([]);
    expect(commits).toBe(0);
  });

  it('leaves the others alone when a write is refused for a reason of its own', async () => {
    const refusal = new Error('a wrong head');
    transactions.failOnce('b', refusal);
    const results = await Promise.allSettled([add('a'), add('b'), add('c')]);
    expect(results).toStrictEqual([
      { status: 'fulfilled', value: 'a' },
      { status: 'rejected', reason: refusal },
      { status: 'fulfilled', value: 'c' },
    ]);
    expect(transactions.asked.at(-1)).toBe('commit');
  });

  it.each([
    ['begin', 5, Unavailable, 'it is locked by another program'],
    ['a', 13, Unavailable, 'it has no room left on its disk'],
    ['a', 10 | (3 << 8), Unavailable, 'it failed: from SQLite'],
    ['commit', 5, Unavailable, 'it is locked by another program'],
    ['commit', 13, Unavailable, 'it has no room left on its disk'],
    ['commit', 10 | (4 << 8), Unknown, 'it failed: from SQLite while committing'],
  ])('fails all when %s fails with %d, and goes on afterwards', async (step, code, type, text) => {
    transactions.failOnce(step, sqliteError(code));
    const results = await Promise.allSettled([add('a'), add('b')]);
    for (const result of results) {
      const reason: unknown = result.status === 'rejected' ? result.reason : undefined;
      expect(reason).toBeInstanceOf(type);
      expect(reason).toMatchObject({ message: text, cause: { errcode: code } });
    }
    expect(transactions.asked.at(-1)).toBe('rollback');
    expect(await add('c')).toBe('c');
  });

  it('drains what waits at once', async () => {
    const both = Promise.all([add('a', 1000), add('b')]);
    group.drain();
    expect(transactions.asked).toStrictEqual(['begin', 'a', 'commit', 'begin', 'b', 'commit']);
    expect(await both).toStrictEqual(['a', 'b']);
  });
});
