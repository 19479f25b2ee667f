import type { Cursor } from '@roadbook/read-model';
import { plusMs, decays } from '@roadbook/decider';
import { prepared, project } from '../commands/knowledge-base.fixture.js';
import { contents } from '../domain/acts.fixture.js';
import type { EntryContents } from '../domain/entry/parts.js';
import type { Audience } from '../domain/entry/visibility.js';
import { Answering } from './answering.fixture.js';
import type { EntryFilter } from './entries/entry-filter.js';
import { SearchEntries } from './search/search-entries.js';

const dayMs = 24 * 60 * 60 * 1000;

describe('searching the knowledge base', () => {
  let answering: Answering;
  beforeEach(async () => {
    answering = await Answering.start();
  });
  afterEach(() => answering.stop());

  interface Asked {
    readonly audience?: Audience;
    readonly filter?: EntryFilter;
    /** How many days after everything was written. */
    readonly days?: number;
    readonly in?: string;
    readonly limit?: number;
    readonly after?: Cursor;
  }
  const search = (words: string, asked: Asked = {}) => {
    const { audience = 'everybody', filter = {}, days = 0, limit = 100, after } = asked;
    const at = plusMs(answering.knowledgeBase.clock.now(), days * dayMs);
    const page = { limit, ...(after && { after }) };
    return answering.ask(new SearchEntries(asked.in ?? project, words, filter, audience, at, page));
  };
  const found = async (words: string, asked?: Asked) =>
    (await search(words, asked)).items.map(({ id }) => id);
  const blank = { context: '', content: 'nothing', outcome: '', impact: '', knownIssue: null };
  const write = (title: string, more: Partial<EntryContents> = {}) =>
    answering.knowledgeBase.write({ ...blank, title, ...more });

  it('finds an entry by words of all its texts', async () => {
    const id = await write('Title', {
      ...{ context: 'surroundings', content: 'middle', outcome: 'result', impact: 'meaning' },
      knownIssue: { severity: 'minor', workaround: 'detour', targetFix: '1.4.7' },
    });
    for (const words of ['title', 'surroundings', 'middle', 'result', 'meaning', 'detour', '1.4.7'])
      expect([words, await found(words)]).toStrictEqual([words, [id]]);
  });

  it('finds what Roadbook composed by the words that it shows', async () => {
    const { knowledgeBase } = answering;
    const composed = contents({ ...blank, content: 'snake\\_case &lt;b&gt; &amp; so on' });
    const id = await knowledgeBase.happens(prepared(1, { contents: composed }));
    expect(await found('snake_case')).toStrictEqual([id]);
    expect(await found('lt')).toStrictEqual([]);
    expect((await search('am')).suggestions).toStrictEqual([]);
  });

  it('puts a word in the title before the same in the text', async () => {
    const text = await write('Something else', { content: 'rollback rollback rollback' });
    const title = await write('Rollback');
    await write('Noise');
    expect(await found('rollback')).toStrictEqual([title, text]);
  });

  it('lets entries fade by their decay: short before medium before long, and permanent never', async () => {
    const ids: string[] = [];
    for (const decay of [...decays].reverse()) ids.unshift(await write('Rollback', { decay }));
    await write('Noise');
    const [permanent, long, medium, short] = ids;
    expect(await found('rollback', { days: 60 })).toStrictEqual([permanent, long, medium, short]);
  });

  it('puts the younger of two equal entries first', async () => {
    const older = await write('Rollback');
    answering.knowledgeBase.clock.advance({ hours: 30 * 24 });
    const younger = await write('Rollback');
    await write('Noise');
    expect(await found('rollback', { days: 1 })).toStrictEqual([younger, older]);
  });

  it('puts a relevant old entry before an irrelevant young one until it has faded', async () => {
    const relevant = await write('Rollback', { decay: 'short' });
    answering.knowledgeBase.clock.advance({ hours: 10 * 24 });
    const irrelevant = await write('Another', {
      decay: 'permanent',
      content: `rollback ${'and so on '.repeat(50)}`,
    });
    await write('Noise');
    expect(await found('rollback')).toStrictEqual([relevant, irrelevant]);
    expect(await found('rollback', { days: 600 })).toStrictEqual([irrelevant, relevant]);
  });

  it('puts superseded entries behind, and still finds them', async () => {
    const older = await write('Rollback');
    const newer = await answering.knowledgeBase.write(
      { ...blank, title: 'Another', content: `rollback ${'and so on '.repeat(50)}` },
      { supersedes: older },
    );
    expect(await found('rollback')).toStrictEqual([newer, older]);
    expect(await found('rollback', { filter: { superseded: false } })).toStrictEqual([newer]);
  });

  it('finds only what is asked for, and counts it', async () => {
    const risk = await write('Rollback');
    await write('Rollback', { type: 'spec', version: '1.5.0' });
    const { count, items } = await search('rollback', { filter: { version: '1.4.0' } });
    expect([count, items.map(({ id }) => id)]).toStrictEqual([1, [risk]]);
  });

  it('goes on where a page ended', async () => {
    for (let number = 0; number < 7; number += 1) await write(`Rollback ${'x '.repeat(number)}`);
    const all = await found('rollback');
    const first = await search('rollback', { limit: 4 });
    const rest = await search('rollback', { limit: 4, days: 100, after: first.next! });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toStrictEqual(all);
    expect([first.count, rest.count, rest.next]).toStrictEqual([7, 7, undefined]);
  });

  describe('as a client', () => {
    const client = { audience: 'clients' } as const;

    it('finds, counts and suggests what is published, and nothing else', async () => {
      const both = await write('Rollback');
      const deliverable = await write('Rollback', { visibility: 'deliverable' });
      await write('Rollback rollout rolling', { visibility: 'internal' });
      const { count, items, suggestions } = await search('roll', client);
      expect([count, items]).toStrictEqual([0, []]);
      expect(suggestions).toStrictEqual(['rollback']);
      const some = await search('rollback', client);
      expect(some.count).toBe(2);
      expect(some.items.map(({ id }) => id).sort()).toStrictEqual([both, deliverable].sort());
      expect((await search('roll')).suggestions).toStrictEqual(['rollback', 'rolling', 'rollout']);
    });

    it('is answered as if there were nothing hidden, to the letter', async () => {
      const { knowledgeBase } = answering;
      await knowledgeBase.hear('bare');
      const twice = async (more: Partial<EntryContents>) => {
        // What never fades ranks the same a second later.
        const lasting = { ...blank, decay: 'permanent', ...more } as const;
        await knowledgeBase.write(lasting);
        await knowledgeBase.write(lasting, { in: 'bare' });
      };
      await twice({ title: 'Payment refund', content: 'refund refund payment' });
      for (let number = 0; number < 30; number += 1)
        await write('Refund of a payment', { visibility: 'internal', content: 'refusal' });
      await twice({ title: 'Refund', content: 'payment payment payment and more' });
      const shown = async (of: string) => {
        const asked = { ...client, in: of, limit: 1 } as const;
        const { count, suggestions, items, next } = await search('payment refu', asked);
        const words = await search('payment refund', asked);
        return {
          ...{ count, suggestions, items, next },
          counted: words.count,
          titles: words.items.map(({ title }) => title),
          // Without the id that a page ended at: the rank is the same to the last digit.
          rank: words.next?.slice(1, 3),
        };
      };
      const hidden = await shown(project);
      expect(hidden).toStrictEqual(await shown('bare'));
      expect(hidden.counted).toBe(2);
    });

    it('sees an entry in front until it may see the one in its place', async () => {
      const older = await write('Rollback');
      const { knowledgeBase } = answering;
      const hidden = { ...blank, visibility: 'internal', title: 'Hidden' } as const;
      await knowledgeBase.write(hidden, { supersedes: older });
      await write('Another', { content: `rollback ${'and so on '.repeat(50)}` });
      expect((await found('rollback', client))[0]).toBe(older);
      expect((await found('rollback'))[0]).not.toBe(older);
    });
  });

  it('shows no word and no entry of another project', async () => {
    const { knowledgeBase } = answering;
    await knowledgeBase.hear('other');
    await knowledgeBase.write({ ...blank, title: 'Rollback' }, { in: 'other' });
    expect(await search('roll')).toMatchObject({ count: 0, suggestions: [] });
    expect(await found('rollback')).toStrictEqual([]);
  });
});
