import { knownIssuesAsked, releasePrepared, topicNamed } from '@roadbook/contracts';
import { eventually } from '../api/eventually.js';
import { eventId, KnowledgeService, note } from './service.js';

interface Listed {
  readonly items: readonly { readonly id: string; readonly title: string }[];
  readonly next: string | null;
  readonly count?: number;
  readonly suggestions?: readonly string[];
}

describe('the knowledge base over HTTP', () => {
  let service: KnowledgeService;
  beforeAll(async () => {
    service = await KnowledgeService.start();
  });
  afterAll(() => service.stop());

  const entries = '/v1/projects/shop/entries';
  const problem = async (answer: Response) => [
    answer.status,
    ((await answer.json()) as { detail?: string }).detail,
  ];

  it('writes an entry, and reads it as JSON and as Markdown', async () => {
    const answer = await service.post(entries, { ...note, version: '1.4.0' });
    const { entry } = (await answer.json()) as { entry: string };
    expect([answer.status, answer.headers.get('location')]).toStrictEqual([
      201,
      `${entries}/${entry}`,
    ]);
    const read = await service.read<Record<string, unknown>>(`${entries}/${entry}`, 'client');
    expect(read).toMatchObject({ id: entry, ...note, version: '1.4.0', contentType: 'text/plain' });
    const document = await service.get(`${entries}/${entry}`, 'client', {
      accept: 'text/markdown',
    });
    expect(document.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    const { actor } = read['author'] as { actor: string };
    expect(await document.text()).toBe(
      `---\nkb_id: ${entry}\ntype: risk\nvisibility: both\ndecay: medium\nsupersedes: null\n` +
        `superseded_by: null\nauthor: ${actor} (cio)\n---\n\n# ${note.title}\n\n` +
        `**Context**\n\n${note.context}\n\n**Content**\n\n${note.content}\n\n` +
        `**Decision/Outcome**\n\n${note.outcome}\n\n**Impact**\n\n${note.impact}\n`,
    );
  });

  it('lets nobody write who only reads', async () => {
    for (const role of ['client', 'auditor'] as const)
      expect((await service.post(entries, note, role)).status).toBe(403);
  });

  it('says what is wrong with what is written', async () => {
    const knownIssue = { severity: 'minor', workaround: 'none', targetFix: '1.4.1' };
    expect(
      await problem(await service.post(entries, { ...note, type: 'spec', knownIssue })),
    ).toStrictEqual([409, 'only a risk or a blocker can be a known issue, not a spec']);
    const elsewhere = await service.post('/v1/projects/nowhere/entries', note);
    expect(await problem(elsewhere)).toStrictEqual([404, 'this project is not registered']);
    const secret = await service.post(entries, {
      ...note,
      content: ['the key is AKIA', 'IOSFODNN7EXAMPL3'].join(''),
    });
    expect(secret.status).toBe(422);
    const tooLong = await service.post(entries, { ...note, title: 'x'.repeat(301) });
    expect(tooLong.status).toBe(400);
  });

  it('supersedes an entry once, and says by what', async () => {
    const older = await service.write();
    const newer = await service.write({ supersedes: older });
    expect(await service.read(`${entries}/${older}`)).toMatchObject({ supersededBy: newer });
    const again = await service.post(entries, { ...note, supersedes: older });
    expect(await problem(again)).toStrictEqual([
      409,
      `it was superseded by ${newer} already; supersede that one`,
    ]);
  });

  it('records what other services tell, once', async () => {
    const event = eventId('prepared');
    for (let time = 0; time < 2; time += 1)
      await service.tell(releasePrepared, { ...releasePrepared.example, event });
    const written = async () =>
      (await service.read<Listed>(`${entries}?type=decision`)).items.map(({ title }) => title);
    await eventually(async () => (await written()).length > 0);
    expect(await written()).toStrictEqual(['Release 1.4.0 is prepared and tagged']);
  });

  it('tells of entries on the topics of those who may see them', async () => {
    const shown = await service.write();
    const hidden = await service.write({ visibility: 'internal' });
    const idsOn = async ({ name }: { readonly name: string }) =>
      (await service.said(name)).map(({ data }) => (data as { id: string }).id);
    await eventually(async () => (await idsOn(topicNamed.knowledgeInternal)).includes(hidden));
    expect(await idsOn(topicNamed.knowledgeInternal)).toContain(shown);
    expect(await idsOn(topicNamed.knowledgeDeliverable)).toContain(shown);
    expect(await idsOn(topicNamed.knowledgeDeliverable)).not.toContain(hidden);
  });

  it('answers what release notes ask', async () => {
    const knownIssue = { severity: 'minor', workaround: 'Split the order', targetFix: '1.4.1' };
    const entry = await service.write({ knownIssue });
    await service.tell(knownIssuesAsked, knownIssuesAsked.example);
    const answers = () => service.said(topicNamed.answers.name);
    await eventually(async () => (await answers()).length > 0);
    expect((await answers())[0]?.data).toMatchObject({
      ...{ project: 'shop', version: '1.4.0' },
      knownIssues: [{ entry, issue: note.title, ...knownIssue }],
    });
  });

  it('shows an auditor every event, and a client none', async () => {
    const { items } = await service.read<{ items: { type: string }[] }>(
      '/v1/knowledge-events?project=shop',
    );
    expect(items[0]).toMatchObject({ type: 'ProjectRegistered', stream: 'project-shop' });
    expect(items.some(({ type }) => type === 'EntrySuperseded')).toBe(true);
    expect((await service.get('/v1/knowledge-events?project=shop', 'client')).status).toBe(403);
  });

  it('answers any search, whatever is typed', async () => {
    for (const words of ['"', 'NEAR(', 'title:x', '*', "';--", 'a AND', '\u0301'])
      expect(
        (await service.get(`/v1/projects/shop/search?q=${encodeURIComponent(words)}`)).status,
      ).toBe(200);
    const found = await service.read<Listed>('/v1/projects/shop/search?q=invoices%20cut&limit=1');
    expect(found.count).toBeGreaterThan(1);
    const next = `/v1/projects/shop/search?q=invoices%20cut&limit=1&cursor=${String(found.next)}`;
    expect((await service.read<Listed>(next)).items[0]?.id).not.toBe(found.items[0]?.id);
  });
});
