import { eventually } from '../api/eventually.js';
import { KnowledgeService, note } from './service.js';

/** Words that stand in hidden entries and in projects that a token is not for, and nowhere else. */
const secretWord = 'zebrafish';

describe('what a client is answered', () => {
  let service: KnowledgeService;
  let shown: string;
  let hidden: string;
  let last: string;
  beforeAll(async () => {
    service = await KnowledgeService.start();
    await service.hear('other');
    shown = await service.write();
    hidden = await service.write({
      ...{ visibility: 'internal', title: `Zebra ${secretWord}`, content: secretWord },
      supersedes: shown,
    });
    last = await service.write({ supersedes: hidden, visibility: 'deliverable' });
    await service.write({ title: `Of another ${secretWord}` }, 'other');
  });
  afterAll(() => service.stop());

  const shop = '/v1/projects/shop';

  it('shows no sign of a hidden entry on any route', async () => {
    const cursor = async () =>
      (await service.read<{ next: string }>(`${shop}/entries?limit=1`, 'client')).next;
    const routes = [
      `${shop}/entries`,
      `${shop}/entries?limit=1`,
      `${shop}/entries?limit=1&cursor=${await cursor()}`,
      `${shop}/entries?superseded=true`,
      `${shop}/entries/${shown}`,
      `${shop}/entries/${last}`,
      `${shop}/search?q=${secretWord}`,
      `${shop}/search?q=zeb`,
      `${shop}/search?q=invoices`,
    ];
    for (const path of routes)
      for (const accept of ['application/json', 'text/markdown, */*;q=0.1']) {
        const answer = await service.get(path, 'client', { accept });
        const text = `${await answer.text()} ${JSON.stringify([...answer.headers])}`;
        expect([path, answer.status]).toStrictEqual([path, 200]);
        const decoded = Buffer.from(/"next":"([^"]+)"/.exec(text)?.[1] ?? '', 'base64url');
        for (const told of [text, decoded.toString('utf8')]) {
          expect(told).not.toContain(hidden);
          expect(told.replaceAll(`for ${secretWord}`, '')).not.toMatch(/zebra/i);
          expect(told).not.toContain('internal');
        }
      }
  });

  it('counts and suggests as if there were nothing hidden', async () => {
    const found = (words: string, as: 'client' | 'cio') =>
      service.read<{ count: number; suggestions: string[] }>(`${shop}/search?q=${words}`, as);
    expect(await found(secretWord, 'client')).toMatchObject({ count: 0, suggestions: [] });
    expect(await found('zeb', 'client')).toMatchObject({ count: 0, suggestions: [] });
    expect(await found('zeb', 'cio')).toMatchObject({
      count: 0,
      suggestions: ['zebra', secretWord],
    });
    expect(await found('invoices', 'client')).toMatchObject({ count: 2 });
    expect(await service.read(`${shop}/entries?superseded=true`, 'client')).toMatchObject({
      items: [],
    });
  });

  it('is the same for a hidden entry as for none', async () => {
    const nowhere = hidden.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
    const told = async (id: string) => {
      const answer = await service.get(`${shop}/entries/${id}`, 'client');
      const { correlationId: _, ...problem } = (await answer.json()) as Record<string, unknown>;
      return JSON.stringify({ status: answer.status, ...problem }).replaceAll(id, 'ID');
    };
    expect(await told(hidden)).toBe(await told(nowhere));
    expect(await told(hidden)).toContain('404');
    const mark = (id: string) =>
      service.get(`${shop}/entries/stream`, 'client', { 'last-event-id': id });
    expect((await mark(hidden)).status).toBe(404);
    expect((await mark(nowhere)).status).toBe(404);
  });

  it('may be had by nobody whose token is for another project', async () => {
    const holder = { roles: ['cio'], projects: ['other'] } as const;
    for (const path of ['entries', `entries/${shown}`, 'search?q=x', 'entries/stream'])
      expect([path, (await service.get(`${shop}/${path}`, holder)).status]).toStrictEqual([
        path,
        403,
      ]);
    expect((await service.post(`${shop}/entries`, note, holder)).status).toBe(403);
    expect((await service.get('/v1/knowledge-events', holder)).status).toBe(400);
    const events = await service.get('/v1/knowledge-events?project=shop', holder);
    expect(events.status).toBe(403);
  });

  it('shows everything to whoever is a cio too, and only what is published when they act as a client', async () => {
    const both = { roles: ['client', 'cio'] } as const;
    expect((await service.get(`${shop}/entries/${hidden}`, both)).status).toBe(200);
    const asClient = await service.get(`${shop}/entries/${hidden}`, both, {
      'roadbook-role': 'client',
    });
    expect(asClient.status).toBe(404);
  });
});

describe('the stream of entries', () => {
  let service: KnowledgeService;
  beforeEach(async () => {
    service = await KnowledgeService.start();
  });
  afterEach(() => service.stop());

  /** Reads on until it is told to stop; what has come so far. */
  async function follow(as: 'client' | 'cio', last?: string) {
    const leaving = new AbortController();
    const headers: Record<string, string> = last === undefined ? {} : { 'last-event-id': last };
    const path = '/v1/projects/shop/entries/stream';
    const answer = await service.get(path, as, headers, leaving.signal);
    expect([answer.status, answer.headers.get('content-type')]).toStrictEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    let text = '';
    const reading = (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of answer.body!) text += decoder.decode(chunk as Uint8Array);
      return 'ended';
    })().catch(() => 'left');
    const marks = () => [...text.matchAll(/^id: (.+)$/gm)].map(([, id]) => id);
    return {
      marks,
      text: () => text,
      reading,
      leave: () => {
        leaving.abort();
        return reading;
      },
    };
  }

  it('has what is on record and what comes, for each reader what they may see', async () => {
    const first = await service.write();
    const hidden = await service.write({ visibility: 'internal' });
    const cio = await follow('cio');
    const client = await follow('client');
    const last = await service.write({ visibility: 'deliverable' });
    await eventually(() =>
      Promise.resolve(cio.marks().length === 3 && client.marks().length === 2),
    );
    expect(cio.marks()).toStrictEqual([first, hidden, last]);
    expect(client.marks()).toStrictEqual([first, last]);
    expect(client.text()).not.toContain(hidden);
    await Promise.all([cio.leave(), client.leave()]);
  });

  it('goes on behind the last entry that a reader has', async () => {
    const first = await service.write();
    const second = await service.write();
    const reader = await follow('client', first);
    await eventually(() => Promise.resolve(reader.marks().length === 1));
    expect(reader.marks()).toStrictEqual([second]);
    await reader.leave();
  });

  it('ends when the service stops', async () => {
    const reader = await follow('client');
    await service.close();
    expect(await reader.reading).toBe('ended');
  });

  it('takes no mark that is none', async () => {
    const path = '/v1/projects/shop/entries/stream';
    const answer = await service.get(path, 'client', { 'last-event-id': '42' });
    expect(answer.status).toBe(400);
  });
});
