import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { ManualClock } from '@roadbook/process';
import { EmbeddedIdempotencyStore } from './embedded-idempotency-store.js';

const request = { scope: 'k of a_1', fingerprint: 'POST /v1 {}' };
const untilMs = 5_000;

async function until(holds: () => boolean): Promise<void> {
  const endMs = Date.now() + untilMs;
  while (!holds()) {
    if (Date.now() > endMs) throw new Error(`it did not hold within ${untilMs} ms`);
    await setTimeout(5);
  }
}

const answer = { status: 201, headers: { etag: '"3"' }, body: '{"revision":3}' };

describe('the embedded store of first answers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roadbook-'));
  let files = 0;
  let path: string;
  let clock: ManualClock;
  let store: EmbeddedIdempotencyStore;

  beforeEach(() => {
    path = join(folder, `${files++}.db`);
    clock = new ManualClock();
    store = new EmbeddedIdempotencyStore({ path, clock });
  });
  afterEach(() => {
    store.onApplicationShutdown();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const reopen = () => {
    store.onApplicationShutdown();
    store = new EmbeddedIdempotencyStore({ path, clock });
  };
  const rows = () => {
    const db = new DatabaseSync(path);
    const { count } = db.prepare('SELECT count(*) AS count FROM answers').get() as {
      count: number;
    };
    db.close();
    return count;
  };

  it('gives the first answer again, before and after it is written', async () => {
    expect(store.claim(request)).toStrictEqual({ state: 'new' });
    store.complete(request, answer);
    expect(store.claim(request)).toStrictEqual({ state: 'answered', answer });
    await until(() => rows() === 1);
    expect(store.claim(request)).toStrictEqual({ state: 'answered', answer });
  });

  it('refuses a file that is no database', () => {
    const file = join(folder, 'text.db');
    writeFileSync(file, 'no database at all, but long enough to look at\n'.repeat(100));
    expect(() => new EmbeddedIdempotencyStore({ path: file, clock })).toThrow(
      `${file} cannot be opened: file is not a database`,
    );
  });

  it('still has it after a restart', () => {
    store.claim(request);
    store.complete(request, answer);
    reopen();
    expect(store.claim(request)).toStrictEqual({ state: 'answered', answer });
  });

  it('says that a key belongs to another request, under way or answered', () => {
    const another = { ...request, fingerprint: 'POST /v1 {"other":1}' };
    store.claim(request);
    expect(store.claim(another)).toStrictEqual({ state: 'reused' });
    store.complete(request, answer);
    expect(store.claim(another)).toStrictEqual({ state: 'reused' });
  });

  it('says that the first request is under way', () => {
    store.claim(request);
    expect(store.claim(request)).toStrictEqual({ state: 'in-use' });
  });

  it('keeps two keys apart', () => {
    store.claim(request);
    expect(store.claim({ ...request, scope: 'k of a_2' })).toStrictEqual({ state: 'new' });
  });

  it('gives a released key to the next request', () => {
    store.claim(request);
    store.release(request);
    expect(store.claim(request)).toStrictEqual({ state: 'new' });
  });

  it('gives the key of a request that was lost to the next one, after a minute or a restart', () => {
    store.claim(request);
    clock.advance({ seconds: 59 });
    expect(store.claim(request)).toStrictEqual({ state: 'in-use' });
    clock.advance({ seconds: 1 });
    expect(store.claim(request)).toStrictEqual({ state: 'new' });
    reopen();
    expect(store.claim(request)).toStrictEqual({ state: 'new' });
  });

  it('forgets an answer after 24 hours, and keeps a new one in its place', () => {
    store.claim(request);
    store.complete(request, answer);
    reopen();
    clock.advance({ hours: 23, minutes: 59 });
    expect(store.claim(request)).toStrictEqual({ state: 'answered', answer });
    clock.advance({ minutes: 1 });
    expect(store.claim(request)).toStrictEqual({ state: 'new' });
    store.complete(request, { ...answer, status: 200 });
    reopen();
    expect(store.claim(request)).toStrictEqual({
      state: 'answered',
      answer: { ...answer, status: 200 },
    });
  });

  it('deletes what is older than 24 hours', () => {
    const answered = (key: string) => {
      store.claim({ ...request, scope: key });
      store.complete({ ...request, scope: key }, answer);
      reopen();
    };
    for (const key of ['1', '2', '3']) answered(key);
    clock.advance({ hours: 23 });
    answered('4');
    expect(rows()).toBe(4);
    clock.advance({ hours: 1 });
    answered('5');
    expect(rows()).toBe(2);
  });

  it('finds what is too old without looking at every answer', () => {
    const db = new DatabaseSync(path);
    const plan = db
      .prepare(
        'EXPLAIN QUERY PLAN SELECT id FROM answers WHERE id IN (SELECT id FROM answers ORDER BY id LIMIT 1000) AND stored_at_ms <= 0',
      )
      .all() as { detail: string }[];
    db.close();
    expect(plan[0]?.detail).toBe('SEARCH answers USING INTEGER PRIMARY KEY (rowid=?)');
  });

  it('merges its log into the file when that has grown, not with every few answers', async () => {
    const emptyBytes = statSync(path).size;
    const body = 'b'.repeat(1024 * 1024);
    for (let key = 0; key < 8; key++)
      store.complete({ ...request, scope: String(key) }, { ...answer, body });
    await until(() => rows() === 8);
    expect(statSync(path).size).toBe(emptyBytes);
  });

  it('keeps a long answer whole', () => {
    const body = JSON.stringify({ text: 'é'.repeat(100_000) });
    store.claim(request);
    store.complete(request, { ...answer, body });
    reopen();
    expect(store.claim(request)).toStrictEqual({ state: 'answered', answer: { ...answer, body } });
  });

  it('says so when answers cannot be written, and goes on', async () => {
    const lost: unknown[] = [];
    const other = new EmbeddedIdempotencyStore({
      path,
      clock,
      onLost: (error) => lost.push(error),
    });
    const blocker = new DatabaseSync(path);
    blocker.exec('DROP TABLE answers');
    blocker.close();
    other.complete(request, answer);
    await until(() => lost.length === 1);
    expect(() => other.claim(request)).toThrow('the store of first answers cannot be read');
    other.onApplicationShutdown();
  });
});
