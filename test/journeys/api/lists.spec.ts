import { read } from './asking.js';
import { lists as described } from './described.js';
import { addressOf } from './example.js';
import { filled, inboxOfCio, itemsMin, versions } from './filled.js';
import { Release } from './release.js';
import { projectPath } from './shop.js';
import { Service } from './service.js';

const patience = 60_000;

let service: Service;
beforeAll(async () => {
  service = await Service.start();
  await filled(service);
}, patience);
afterAll(() => service.stop());

interface Page {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

const lists = described.map((operation) => {
  if (operation.id === 'listNotifications') return inboxOfCio;
  const path = addressOf(operation, { project: 'shop', version: '1.0.0', q: 'limit' });
  return operation.id.startsWith('find') ? `${path}?project=shop` : path;
});

const paged = (list: string, limit: number, cursor?: string) => {
  const query = `limit=${String(limit)}${cursor === undefined ? '' : `&cursor=${cursor}`}`;
  return read<Page>(service, `${list}${list.includes('?') ? '&' : '?'}${query}`);
};

async function inPages(list: string, limit: number): Promise<unknown[]> {
  const items = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await paged(list, limit, cursor);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}

describe('a list', () => {
  it.each(lists)('is the same in pages as in one: %s', async (list) => {
    const { items, next } = await paged(list, 200);
    expect(next).toBeNull();
    expect(items.length).toBeGreaterThanOrEqual(itemsMin);
    expect(await inPages(list, 1)).toStrictEqual(items);
    expect(await inPages(list, 2)).toStrictEqual(items);
  });

  it('of releases has the one planned last first', async () => {
    const items = (await inPages(`${projectPath}/releases`, 2)) as { version: string }[];
    expect(items.map(({ version }) => version)).toStrictEqual(versions.toReversed());
  });

  it.each(lists)(
    'refuses the cursor of another list, and one that nobody gave: %s',
    async (list) => {
      const other = list === '/v1/projects' ? `${projectPath}/releases` : '/v1/events?project=shop';
      const { next } = await paged(other === list ? `${projectPath}/releases` : other, 1);
      for (const cursor of [String(next), 'made-up'])
        expect((await service.send(asked(list, `cursor=${cursor}`))).statusCode).toBe(400);
    },
  );

  it.each(lists)('has 1 to 200 items in a page, and no unknown filter: %s', async (list) => {
    for (const query of ['limit=0', 'limit=201', 'limit=two', 'colour=red'])
      expect((await service.send(asked(list, query))).statusCode).toBe(400);
  });

  it('keeps its place while something is added', async () => {
    const list = `${projectPath}/releases`;
    const first = await paged(list, 3);
    await new Release(service, '1.5.0').plan();
    const second = (await paged(list, 3, String(first.next))).items as { version: string }[];
    expect(second.map(({ version }) => version)).toStrictEqual(['1.1.0', '1.0.0']);
  });
});

const asked = (list: string, query: string) =>
  ({
    method: 'GET',
    path: `${list}${list.includes('?') ? '&' : '?'}${query}`,
    as: 'auditor',
  }) as const;
