import fc from 'fast-check';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { InvalidQuery } from '../errors.js';
import type { Cursor } from '../query.js';
import type { Search } from '../search.js';
import { accounts, sample } from '../sample/accounts.fixture.js';
import { dayMs, Notebook, notes } from '../sample/notes.fixture.js';
import type { Note } from '../sample/notes.fixture.js';
import { readModels } from './read-models.fixture.js';
import { temporaryFolders } from './temporary-folder.fixture.js';

const folderOf = temporaryFolders();
const readModelOf = readModels();

type NoteSearch = Search<(typeof notes)['columns']>;

async function searching(written: Readonly<Record<string, Partial<Note>>> = {}) {
  const events = new InMemoryEventStore();
  const book = new Notebook(events);
  const readModel = readModelOf(folderOf(), events, [...sample, notes]);
  await readModel.start();
  for (const [note, more] of Object.entries(written)) await book.write(note, more);
  const caughtUp = async () => readModel.caughtUpTo(await events.head());
  const page = async (words: string, more: Partial<NoteSearch> = {}) => {
    await caughtUp();
    return readModel.search(notes, { index: 'all', words, limit: 10, ...more });
  };
  const find = async (words: string, more: Partial<NoteSearch> = {}) =>
    (await page(words, more)).rows.map(({ note }) => note);
  const suggest = async (words: string, index = 'all') => {
    await caughtUp();
    return readModel.suggest(notes, { index, words, limit: 10 });
  };
  return { readModel, book, page, find, suggest };
}

describe('searching', () => {
  it('finds rows by all of the words, whatever their case and accents', async () => {
    const { find } = await searching({
      one: { title: 'Über Rechnungen', text: 'paid by invoice' },
      two: { title: 'Invoices', text: 'paid in cash' },
    });
    expect(await find('INVOICE paid')).toStrictEqual(['one']);
    expect(await find('uber')).toStrictEqual(['one']);
    expect((await find('paid')).sort()).toStrictEqual(['one', 'two']);
    expect(await find('paid absent')).toStrictEqual([]);
  });

  it('finds a phrase only where its words stand beside each other', async () => {
    const { find } = await searching({
      one: { text: 'release notes of the shop' },
      two: { text: 'notes about a release' },
    });
    expect(await find('"release notes"')).toStrictEqual(['one']);
    expect((await find('release notes')).sort()).toStrictEqual(['one', 'two']);
    expect(await find('"release notes')).toHaveLength(2);
  });

  it('finds versions and ticket ids as they are written', async () => {
    const { find } = await searching({
      one: { text: 'SHOP-12 came with 1.4.0' },
      two: { text: 'SHOP-1 came with 1.4.1, 2 days late' },
    });
    expect(await find('1.4.0')).toStrictEqual(['one']);
    expect(await find('SHOP-12')).toStrictEqual(['one']);
  });

  it('puts a word in a text of more weight before the same in one of less', async () => {
    const { find } = await searching({
      text: { title: 'Something', text: 'rollback rollback rollback' },
      title: { title: 'Rollback', text: 'something' },
      other: { title: 'Else', text: 'nothing' },
    });
    expect(await find('rollback')).toStrictEqual(['title', 'text']);
  });

  it('puts what has faded behind what has not, as of the instant of the question', async () => {
    const { find } = await searching({
      fading: { text: 'rollback', day: 100, halfLifeDays: 30 },
      lasting: { text: 'rollback of something long ago' },
      other: { text: 'else' },
    });
    const asOf = (day: number) =>
      find('rollback', {
        fading: { since: 'sinceMs', halfLifeDays: 'halfLifeDays', asOfMs: day * dayMs },
      });
    expect(await asOf(100)).toStrictEqual(['fading', 'lasting']);
    expect(await asOf(0)).toStrictEqual(['fading', 'lasting']);
    expect(await asOf(400)).toStrictEqual(['lasting', 'fading']);
  });

  it('puts rows behind all others where a column says so', async () => {
    const { find } = await searching({
      old: { title: 'rollback', old: true },
      young: { text: 'the rollback of something' },
    });
    expect(await find('rollback')).toStrictEqual(['old', 'young']);
    expect(await find('rollback', { behind: 'old' })).toStrictEqual(['young', 'old']);
  });

  it('finds only rows that meet the conditions, and counts them', async () => {
    const { page } = await searching({
      one: { text: 'rollback', day: 1 },
      two: { text: 'rollback', day: 2 },
      three: { text: 'rollback', day: 3 },
    });
    const found = await page('rollback', { where: { day: { from: 2 } }, limit: 1 });
    expect(found.rows.map(({ note }) => note)).toStrictEqual(['three']);
    expect(found.count).toBe(2);
  });

  it('goes on where a page ended, with the ranks of the first', async () => {
    const written = Object.fromEntries(
      Array.from({ length: 23 }, (_, day) => [
        `note ${String(day)}`,
        { text: `rollback${' and so on'.repeat(day % 5)}`, day, halfLifeDays: 3, old: day % 2 > 0 },
      ]),
    );
    const { page, find } = await searching(written);
    const as = (asOfMs: number): Partial<NoteSearch> => ({
      behind: 'old',
      fading: { since: 'sinceMs', halfLifeDays: 'halfLifeDays', asOfMs },
    });
    const found: string[] = [];
    let after: Cursor | undefined;
    for (let turn = 0; turn === 0 || after; turn += 1) {
      const next = await page('rollback', { ...as((30 + 100 * turn) * dayMs), limit: 5, after });
      found.push(...next.rows.map(({ note }) => note));
      expect(next.count).toBe(23);
      after = next.next;
    }
    expect(found).toStrictEqual(await find('rollback', { ...as(30 * dayMs), limit: 100 }));
    expect(new Set(found).size).toBe(23);
  });

  it('is never an error, whatever is typed', async () => {
    const { readModel, page } = await searching({ one: { title: 'rollback', text: 'a "b" c*' } });
    await page('rollback');
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(
          fc.constantFrom(
            ...['"', '""', '*', '^', '(', ')', ':', '-', '+', '{', '}', ',', '\0', "'", ';', '\\'],
            ...['AND', 'OR', 'NOT', 'NEAR(', 'title:', 'text : x', 'rollback', '\ud83d', '\u0301'],
          ),
          { maxLength: 12 },
        )
        .map((parts) => parts.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (words) => {
        await readModel.search(notes, { index: 'all', words, limit: 1 });
        await readModel.suggest(notes, { index: 'all', words, limit: 1 });
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', ' ', '"', '""', '!?', '😀', '*', '\0'])('finds nothing by %j', async (words) => {
    const { page } = await searching({ one: { title: 'rollback' } });
    expect(await page(words)).toMatchObject({ rows: [], count: 0 });
  });

  it('takes what looks like an operator for a word', async () => {
    const { find } = await searching({
      one: { text: 'not this and that' },
      two: { text: 'this or that' },
    });
    expect(await find('NOT this')).toStrictEqual(['one']);
    expect(await find('this OR absent')).toStrictEqual([]);
    expect(await find('text:this')).toStrictEqual([]);
    expect(await find('th*')).toStrictEqual([]);
  });

  it('refuses what has no answer', async () => {
    const { readModel, page } = await searching({ one: { title: 'rollback' } });
    const { next: _, ...rest } = await page('rollback');
    expect(rest.count).toBe(1);
    expect((await page('🛣'.repeat(300))).count).toBe(0);
    await expect(page('🛣'.repeat(301))).rejects.toThrow('look for at most 300 characters');
    await expect(page('x'.repeat(301))).rejects.toThrow('look for at most 300 characters');
    await expect(page('x', { limit: 0 })).rejects.toThrow('a page has 1 to 500 rows, not 0');
    await expect(page('x', { after: [1, 'b'] })).rejects.toThrow(
      'the page to go on from was of another search',
    );
    await expect(page('x', { behind: 'none' as 'old' })).rejects.toThrow(
      'notes has no column called none',
    );
    const elsewhere = { index: 'all', words: 'x', limit: 1 };
    await expect(readModel.search(accounts, elsewhere)).rejects.toThrow(
      new InvalidQuery('accounts is not searched by words'),
    );
  });
});

describe('an index', () => {
  it('has the rows that are in it, and is empty where there are none', async () => {
    const { page } = await searching({
      closed: { title: 'rollback', open: false },
      open: { title: 'rollback' },
    });
    const found = await page('rollback', { index: 'open to all' });
    expect(found.rows.map(({ note }) => note)).toStrictEqual(['open']);
    expect(found.count).toBe(1);
    expect(await page('rollback', { index: 'nobody' })).toMatchObject({ rows: [], count: 0 });
  });

  it('ranks by its own rows alone', async () => {
    const open = {
      one: { text: 'payment payment refund' },
      two: { text: 'payment refund refund refund' },
    };
    const hidden = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `hidden ${String(index)}`,
        { text: 'refund', open: false },
      ]),
    );
    const alone = await searching(open);
    const among = await searching({ ...hidden, ...open });
    const ranked = async ({ page }: typeof alone) => {
      const found = await page('payment refund', { index: 'open to all', limit: 1 });
      return [found.count, found.next];
    };
    expect(await ranked(among)).toStrictEqual(await ranked(alone));
  });

  it('follows a row that is written again, or goes', async () => {
    const { book, find } = await searching({ one: { title: 'rollback', open: false } });
    expect(await find('rollback', { index: 'open to all' })).toStrictEqual([]);
    await book.write('one', { title: 'rollback', open: true });
    expect(await find('rollback', { index: 'open to all' })).toStrictEqual(['one']);
    await book.write('one', { title: 'rehearsal', open: true });
    expect(await find('rollback')).toStrictEqual([]);
    expect(await find('rehearsal', { index: 'open to all' })).toStrictEqual(['one']);
    await book.write('one', { title: 'rehearsal', open: false });
    expect(await find('rehearsal', { index: 'open to all' })).toStrictEqual([]);
    await book.tear('one');
    expect(await find('rehearsal')).toStrictEqual([]);
    await book.write('one', { title: 'rehearsal' });
    expect(await find('rehearsal')).toStrictEqual(['one']);
  });
});

describe('suggesting', () => {
  const written = {
    one: { title: 'rollback plan', text: 'rolled' },
    two: { title: 'Rollback', text: 'rolling on' },
    hidden: { title: 'role rolling rolling', open: false },
    third: { text: 'rolling' },
  };

  it('gives words that begin like the last one, those of most rows first', async () => {
    const { suggest } = await searching(written);
    expect(await suggest('the ROL')).toStrictEqual(['rolling', 'rollback', 'role', 'rolled']);
    expect(await suggest('x-rolli')).toStrictEqual(['rolling']);
  });

  it('gives nothing for a word that is complete, or hardly begun', async () => {
    const { suggest } = await searching(written);
    expect(await suggest('rollback ')).toStrictEqual([]);
    expect(await suggest('rollback')).toStrictEqual([]);
    expect(await suggest('r')).toStrictEqual([]);
    expect(await suggest('')).toStrictEqual([]);
  });

  it('gives no word that only rows of another index have', async () => {
    const { suggest, book } = await searching(written);
    expect(await suggest('rol', 'open to all')).toStrictEqual(['rollback', 'rolling', 'rolled']);
    await book.tear('one');
    expect(await suggest('rol', 'open to all')).toStrictEqual(['rolling', 'rollback']);
    expect(await suggest('rol', 'nobody')).toStrictEqual([]);
  });
});
