import type { Cursor } from '@roadbook/read-model';
import { UnknownPart, UnknownProject } from '@roadbook/questions';
import { idOf, prepared, project } from '../commands/knowledge-base.fixture.js';
import { contents } from '../domain/acts.fixture.js';
import type { Audience } from '../domain/entry/visibility.js';
import { Answering } from './answering.fixture.js';
import type { EntryFilter } from './entries/entry-filter.js';
import { GetEntry } from './entries/get-entry.js';
import { ListEntries } from './entries/list-entries.js';
import { GetKnownIssues } from './known-issues/get-known-issues.js';

describe('entries', () => {
  let answering: Answering;
  beforeEach(async () => {
    answering = await Answering.start();
  });
  afterEach(() => answering.stop());

  const get = (entry: string, audience: Audience = 'everybody') =>
    answering.ask(new GetEntry(project, entry, audience));
  const list = async (filter: EntryFilter = {}, audience: Audience = 'everybody') =>
    (await answering.ask(new ListEntries(project, filter, audience, { limit: 100 }))).items.map(
      ({ id }) => id,
    );

  it('are read as they were written', async () => {
    const { knowledgeBase } = answering;
    const id = await knowledgeBase.write();
    expect(await get(id)).toStrictEqual({
      ...{ id, project, ...contents(), contentType: 'text/plain' },
      ...{ author: { actor: 'cio', role: 'cio' }, supersedes: null, supersededBy: null },
      ...{ recordedAt: '2026-03-02T08:00:01.000Z', occurredAt: null, tells: null },
    });
  });

  it('say what they supersede, and what supersedes them', async () => {
    const { knowledgeBase } = answering;
    const older = await knowledgeBase.write();
    const newer = await knowledgeBase.write({}, { supersedes: older });
    expect((await get(newer)).supersedes).toBe(older);
    expect((await get(older)).supersededBy).toBe(newer);
  });

  it('show no link that the reader may not see', async () => {
    const { knowledgeBase } = answering;
    const first = await knowledgeBase.write({ visibility: 'deliverable' });
    const hidden = await knowledgeBase.write({ visibility: 'internal' }, { supersedes: first });
    const last = await knowledgeBase.write({}, { supersedes: hidden });
    expect((await get(first, 'clients')).supersededBy).toBeNull();
    expect((await get(first)).supersededBy).toBe(hidden);
    expect((await get(last, 'clients')).supersedes).toBeNull();
    expect((await get(last)).supersedes).toBe(hidden);
  });

  it('that the reader may not see are none, in the same words', async () => {
    const { knowledgeBase } = answering;
    const hidden = await knowledgeBase.write({ visibility: 'internal' });
    const nowhere = hidden.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
    const told = (id: string) => new UnknownPart(`${project} has no entry ${id}`);
    await expect(get(hidden, 'clients')).rejects.toThrow(told(hidden));
    await expect(get(nowhere, 'clients')).rejects.toThrow(told(nowhere));
  });

  it('are those of their project', async () => {
    const { knowledgeBase } = answering;
    await knowledgeBase.hear('other');
    const id = await knowledgeBase.write({}, { in: 'other' });
    await expect(get(id)).rejects.toThrow(UnknownPart);
    expect(await list()).toStrictEqual([]);
    await expect(answering.ask(new GetEntry('nowhere', id, 'everybody'))).rejects.toThrow(
      UnknownProject,
    );
  });

  it('have not come while only another one says that it stands in their place', async () => {
    const { knowledgeBase } = answering;
    const second = await knowledgeBase.happens(prepared(2));
    const first = idOf(prepared(1));
    await expect(get(first)).rejects.toThrow(UnknownPart);
    expect(await list()).toStrictEqual([second]);
    await knowledgeBase.happens(prepared(1));
    expect((await get(first)).supersededBy).toBe(second);
  });

  it('are listed, the latest first, by what is asked for', async () => {
    const { knowledgeBase } = answering;
    const risk = await knowledgeBase.write({ decay: 'short' });
    const spec = await knowledgeBase.write(
      { type: 'spec', version: null, knownIssue: null, visibility: 'internal' },
      { role: 'cto' },
    );
    const newer = await knowledgeBase.write({ version: '1.5.0' }, { supersedes: risk });
    expect(await list()).toStrictEqual([newer, spec, risk]);
    expect(await list({}, 'clients')).toStrictEqual([newer, risk]);
    expect(await list({ type: 'spec' })).toStrictEqual([spec]);
    expect(await list({ version: '1.4.0' })).toStrictEqual([risk]);
    expect(await list({ decay: 'short' })).toStrictEqual([risk]);
    expect(await list({ author: 'cto' })).toStrictEqual([spec]);
    expect(await list({ superseded: true })).toStrictEqual([risk]);
    expect(await list({ superseded: false })).toStrictEqual([newer, spec]);
    const period = { from: '2026-03-02T08:00:02.000Z', to: '2026-03-02T08:00:03.000Z' };
    expect(await list({ period })).toStrictEqual([spec]);
  });

  it('count as superseded for clients when they may see by what', async () => {
    const { knowledgeBase } = answering;
    const older = await knowledgeBase.write();
    const hidden = await knowledgeBase.write({ visibility: 'internal' }, { supersedes: older });
    expect(await list({ superseded: false }, 'clients')).toStrictEqual([older]);
    expect(await list({ superseded: false })).toStrictEqual([hidden]);
  });

  it('come in pages that show nothing of what lies between', async () => {
    const { knowledgeBase } = answering;
    const written: string[] = [];
    for (let number = 0; number < 7; number += 1) {
      written.unshift(await knowledgeBase.write());
      await knowledgeBase.write({ visibility: 'internal' });
    }
    const found: string[] = [];
    const marks: Cursor[] = [];
    let after: Cursor | undefined;
    do {
      const page = await answering.ask(
        new ListEntries(project, {}, 'clients', { limit: 3, after }),
      );
      found.push(...page.items.map(({ id }) => id));
      after = page.next;
      if (after) marks.push(after);
    } while (after);
    expect(found).toStrictEqual(written);
    expect(marks).toStrictEqual([[written[2]], [written[5]]]);
  });

  describe('for release notes', () => {
    const ask = () => answering.ask(new GetKnownIssues(project, '1.4.0'));

    it('are the known issues that are published and stand', async () => {
      const { knowledgeBase } = answering;
      const both = await knowledgeBase.write();
      const deliverable = await knowledgeBase.write({ type: 'blocker', visibility: 'deliverable' });
      await knowledgeBase.write({ visibility: 'internal' });
      await knowledgeBase.write({ knownIssue: null, version: '1.3.0' });
      const fixed = await knowledgeBase.write();
      await knowledgeBase.write(
        { visibility: 'deliverable', knownIssue: null, version: '1.3.0' },
        { supersedes: fixed },
      );
      const { title: issue, knownIssue } = contents();
      expect(await ask()).toStrictEqual({
        knownIssues: [deliverable, both].map((entry) => ({ entry, issue, ...knownIssue })),
        context: [],
      });
    });

    it('have a known issue until something that clients see takes its place, and show nothing internal', async () => {
      const { knowledgeBase } = answering;
      const shown = await knowledgeBase.write();
      const hidden = await knowledgeBase.write(
        { visibility: 'internal', knownIssue: null },
        { supersedes: shown },
      );
      expect((await get(shown, 'clients')).supersededBy).toBeNull();
      expect((await ask()).knownIssues.map(({ entry }) => entry)).toStrictEqual([shown]);
      await knowledgeBase.write({ knownIssue: null, version: '1.3.0' }, { supersedes: hidden });
      expect(await ask()).toStrictEqual({ knownIssues: [], context: [] });
    });

    it('come with what else was written about the version, and how others were rolled back', async () => {
      const { knowledgeBase } = answering;
      const told = { type: 'spec', knownIssue: null } as const;
      const about = await knowledgeBase.write({ ...told, title: 'Why invoices are numbered' });
      const general = await knowledgeBase.write({ ...told, title: 'How we ship', version: null });
      await knowledgeBase.write({ ...told, version: '1.3.0' });
      await knowledgeBase.write({ ...told, visibility: 'internal' });
      await knowledgeBase.happens(prepared(1));
      const rolledBack = prepared(2, {
        tells: { happening: 'rollback-ended', event: prepared(2).tells.event },
        replaces: null,
      });
      const rollback = await knowledgeBase.happens(rolledBack);
      expect((await ask()).context).toStrictEqual([
        { entry: rollback, title: 'Prepared for the 2. time' },
        { entry: general, title: 'How we ship' },
        { entry: about, title: 'Why invoices are numbered' },
      ]);
    });
  });
});
