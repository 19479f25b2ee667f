import { jest } from '@jest/globals';
import { Poison } from '@roadbook/messaging';
import type { MessagePage } from '@roadbook/messaging';
import { DeadLetters } from '@roadbook/messaging/dead-letters';
import { Doors } from '../doors.fixture.js';
import { until } from '../reading/reading.fixture.js';

let doors: Doors;
beforeEach(async () => {
  doors = await Doors.open();
});
afterEach(() => doors.close());

const message = (key: string, body = '{}') => ({ key, headers: {}, body: Buffer.from(body) });

/** Lets a consumer take nothing of what is published. */
async function die(topic: string, consumer: string, ...messages: ReturnType<typeof message>[]) {
  await doors.messaging.publish(topic, messages);
  let taken = 0;
  const consumption = doors.messaging.consume(consumer, [topic], ({ key }) => {
    taken += 1;
    return Promise.reject(new Poison(`nobody can take ${key}`));
  });
  await until(() => taken === messages.length);
  await consumption.stop();
}

interface Listed {
  readonly items: readonly {
    readonly id: string;
    readonly key: string;
    readonly replayed: { readonly by: string } | null;
  }[];
  readonly next: string | null;
}

async function list(as = 'auditor', query = ''): Promise<Listed> {
  const response = await doors.ask(`/v1/dead-letters${query}`, as);
  expect(response.status).toBe(200);
  return (await response.json()) as Listed;
}

const keys = ({ items }: Listed) => items.map(({ key }) => key);

describe('dead letters', () => {
  it('are listed with the reason, the consumer and the time, and without what they said', async () => {
    await die('roadbook.gates', 'release', message('shop/1.4.0', '{"said":"this"}'));
    const { items, next } = await list();
    expect(next).toBeNull();
    expect(items.map(({ id: _, ...item }) => item)).toStrictEqual([
      {
        topic: 'roadbook.gates',
        consumer: 'release',
        key: 'shop/1.4.0',
        reason: 'nobody can take shop/1.4.0',
        diedAt: '2026-03-02T08:00:00.000Z',
        replayed: null,
      },
    ]);
  });

  it('are found by topic and by consumer, the oldest first', async () => {
    await die('roadbook.questions', 'environment', message('shop'));
    doors.clock.advance({ minutes: 1 });
    await die('roadbook.gates', 'release', message('shop/1.4.0'));
    doors.clock.advance({ minutes: 1 });
    await die('roadbook.answers', 'release', message('shop/1.5.0'));
    expect(keys(await list())).toStrictEqual(['shop', 'shop/1.4.0', 'shop/1.5.0']);
    expect(keys(await list('auditor', '?topic=roadbook.questions'))).toStrictEqual(['shop']);
    expect(keys(await list('auditor', '?consumer=release'))).toStrictEqual([
      ...['shop/1.4.0', 'shop/1.5.0'],
    ]);
  });

  it('come in pages', async () => {
    const all = Array.from({ length: 5 }, (_, number) => message(`shop/1.${number}.0`));
    await die('roadbook.gates', 'release', ...all);
    const found: string[] = [];
    let cursor = '';
    for (let pages = 0; pages < 3; pages += 1) {
      const page = await list('orchestrator', `?limit=2${cursor}`);
      found.push(...keys(page));
      cursor = page.next === null ? '' : `&cursor=${page.next}`;
    }
    expect(cursor).toBe('');
    expect(found.sort()).toStrictEqual(all.map(({ key }) => key));
  });

  it('come in pages over all topics, each once, and say of each whether it was replayed', async () => {
    const cut = (number: number) => message(`shop/1.${number}.0`);
    await die('roadbook.gates', 'release', cut(0), cut(1));
    doors.clock.advance({ minutes: 1 });
    await die('roadbook.answers', 'release', cut(2));
    doors.clock.advance({ minutes: 1 });
    await die('roadbook.gates', 'release', cut(3));
    const [first] = (await list()).items;
    await new DeadLetters(doors.messaging, doors.clock).replay('roadbook.gates', first!.id, 'olga');
    const found: Listed['items'][number][] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Listed = await list('auditor', `?limit=1${cursor && `&cursor=${cursor}`}`);
      found.push(...page.items);
      cursor = page.next;
    }
    expect(found).toStrictEqual((await list()).items);
    expect(found.map(({ key }) => key).slice(2)).toStrictEqual(['shop/1.2.0', 'shop/1.3.0']);
    expect(found.map(({ replayed }) => replayed?.by)).toStrictEqual([
      ...['olga', undefined, undefined, undefined],
    ]);
  });

  it('are read a page at a time, however many are kept', async () => {
    const all = Array.from({ length: 30 }, (_, number) => message(`shop/1.${number}.0`));
    await die('roadbook.gates', 'release', ...all);
    const { next } = await list('auditor', '?limit=2');
    const read = jest.spyOn(doors.messaging, 'read');
    await list('auditor', `?limit=2&cursor=${String(next)}`);
    const pages = await Promise.all(
      read.mock.results.map(({ value }) => value as Promise<MessagePage>),
    );
    expect(pages.flatMap(({ messages }) => messages).length).toBeLessThan(10);
    read.mockRestore();
  });

  it('show nothing of a secret', async () => {
    const secret = `ghp_${'a1B2'.repeat(9)}`;
    await die('roadbook.gates', 'release', message(secret, `{"note":"${secret}"}`));
    const { items } = await list();
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain(secret);
  });

  it('are shown of the projects of the token', async () => {
    const all = ['shop', 'shop/1.4.0', 'shopping/1.0.0'].map((key) => message(key));
    await die('roadbook.gates', 'release', ...all);
    expect(keys(await list('auditor/shop')).sort()).toStrictEqual(['shop', 'shop/1.4.0']);
  });

  it('are for orchestrators and auditors', async () => {
    for (const role of ['cio', 'cqo', 'deployer', 'client'])
      expect((await doors.ask('/v1/dead-letters', role)).status).toBe(403);
    expect((await doors.ask('/v1/dead-letters', 'nobody')).status).toBe(401);
  });

  it('are asked for of a topic that there is, and with a cursor of the list', async () => {
    for (const query of ['?topic=roadbook.nothing', '?cursor=x', '?limit=0', '?colour=red'])
      expect((await doors.ask(`/v1/dead-letters${query}`, 'auditor')).status).toBe(400);
  });
});
