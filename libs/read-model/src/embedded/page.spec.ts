import fc from 'fast-check';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { InvalidQuery } from '../errors.js';
import type { AnyQuery, Cursor, Query } from '../query.js';
import { projection } from '../projection.js';
import { Book } from '../sample/book.fixture.js';
import type { EmbeddedReadModel } from './embedded-read-model.js';
import { readModels } from './read-models.fixture.js';
import { temporaryFolders } from './temporary-folder.fixture.js';
import { deposited } from '../sample/accounts.fixture.js';

interface Ticket {
  readonly id: number;
  readonly kind: string;
  readonly points: number;
  readonly weight: number;
  readonly closed: string | null;
}

/** The rows come from a list: one for each event, in order. */
const ticketsOf = (list: readonly Ticket[]) =>
  projection({
    name: 'tickets',
    version: 1,
    keyOf: ({ position }) => String(position),
    apply: (_: Ticket | undefined, { position }) => list[position],
    columns: {
      kind: { type: 'text', of: ({ kind }) => kind },
      points: { type: 'integer', of: ({ points }) => points },
      weight: { type: 'real', of: ({ weight }) => weight },
      closed: { type: 'text', nullable: true, of: ({ closed }) => closed },
    },
    indexes: [['kind', 'points'], ['points']],
  });
type Tickets = ReturnType<typeof ticketsOf>;
type TicketQuery = Query<Tickets['columns']>;

const folderOf = temporaryFolders();
const readModelOf = readModels();

async function showing(list: readonly Ticket[]) {
  const events = new InMemoryEventStore();
  await new Book(events).record(...list.map(() => deposited('a', 1)));
  const tickets = ticketsOf(list);
  const readModel = readModelOf(folderOf(), events, [tickets]);
  await readModel.start();
  return { readModel, tickets };
}

const list: readonly Ticket[] = [
  { id: 0, kind: 'fix', points: 3, weight: 0.5, closed: null },
  { id: 1, kind: 'feature', points: 8, weight: 1.5, closed: '2026-03-01' },
  { id: 2, kind: 'fix', points: 1, weight: 2.5, closed: '2026-03-02' },
  { id: 3, kind: "it's; DROP TABLE tickets", points: 5, weight: 3.5, closed: '2026-03-03' },
  { id: 4, kind: 'feature', points: 3, weight: 4.5, closed: null },
];

describe('a page', () => {
  const selected = async (where: TicketQuery['where'], rest: Partial<TicketQuery> = {}) => {
    const { readModel, tickets } = await showing(list);
    const { rows } = await readModel.page(tickets, { where, limit: 10, ...rest });
    return rows.map(({ id }) => id);
  };

  it.each<[string, TicketQuery['where'], number[]]>([
    ['everything', {}, [0, 1, 2, 3, 4]],
    ['what has a value', { kind: 'fix' }, [0, 2]],
    ['what has one of several values', { kind: ['fix', 'feature'] }, [0, 1, 2, 4]],
    ['nothing for no values', { kind: [] }, []],
    ['what has no value', { closed: null }, [0, 4]],
    ['what is at least something', { points: { from: 5 } }, [1, 3]],
    ['what is more than something', { points: { after: 5 } }, [1]],
    ['what is at most something', { weight: { to: 1.5 } }, [0, 1]],
    ['what is less than something', { weight: { before: 1.5 } }, [0]],
    [
      'a period, without what lies in none',
      { closed: { from: '2026-03-01', before: '2026-03-03' } },
      [1, 2],
    ],
    ['what meets all conditions', { kind: 'fix', points: { after: 1 } }, [0]],
    ['as if a condition was not there, when it is undefined', { kind: undefined }, [0, 1, 2, 3, 4]],
    ['values as values, never as SQL', { kind: "it's; DROP TABLE tickets" }, [3]],
  ])('selects %s', async (_, where, ids) => {
    expect(await selected(where)).toStrictEqual(ids);
  });

  it('orders by columns, then by key, in one direction', async () => {
    expect(await selected({}, { orderBy: ['points'] })).toStrictEqual([2, 0, 4, 3, 1]);
    expect(await selected({}, { orderBy: ['points'], direction: 'descending' })).toStrictEqual([
      1, 3, 4, 0, 2,
    ]);
    expect(await selected({}, { orderBy: ['kind', 'points'] })).toStrictEqual([4, 1, 2, 0, 3]);
  });

  it('says at which position it was read', async () => {
    const { readModel, tickets } = await showing(list);
    expect((await readModel.page(tickets, { limit: 2 })).position).toBe(4);
  });

  it('leads from page to page over every row once, in order', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            kind: fc.constantFrom('a', 'b', 'ä', '\u{1f600}', '\uffee'),
            points: fc.nat(3),
          }),
          {
            maxLength: 25,
          },
        ),
        fc.subarray(['kind', 'points'] as const),
        fc.constantFrom('ascending' as const, 'descending' as const),
        fc.integer({ min: 1, max: 9 }),
        async (some, orderBy, direction, limit) => {
          const { readModel, tickets } = await showing(
            some.map((one, id) => ({ ...one, id, weight: 0, closed: null })),
          );
          const whole = await readModel.page(tickets, { orderBy, direction, limit: 100 });
          const found = await pageThrough(readModel, tickets, { orderBy, direction, limit });
          await readModel.stop();
          expect(found).toStrictEqual(whole.rows);
          expect(found.length).toBe(some.length);
        },
      ),
      { numRuns: 30 },
    ));

  it.each<[string, AnyQuery]>([
    ['a page has 1 to 500 rows, not 0', { limit: 0 }],
    ['a page has 1 to 500 rows, not 501', { limit: 501 }],
    ['tickets has no column called colour', { where: { colour: 'red' }, limit: 1 }],
    ['tickets has no column called colour', { orderBy: ['colour'] as never[], limit: 1 }],
    [
      'the page to go on from was asked for in another order',
      { orderBy: ['points'] as never[], after: ['1'], limit: 1 },
    ],
  ])('refuses with "%s"', async (message, query) => {
    const { readModel, tickets } = await showing([]);
    await expect(readModel.page(tickets, query as TicketQuery)).rejects.toThrow(
      new InvalidQuery(message),
    );
  });
});

async function pageThrough(
  readModel: EmbeddedReadModel,
  tickets: Tickets,
  query: TicketQuery,
): Promise<Ticket[]> {
  const found: Ticket[] = [];
  let after: Cursor | undefined;
  do {
    const page = await readModel.page(tickets, { ...query, after });
    expect(page.rows.length).toBeLessThanOrEqual(query.limit);
    found.push(...page.rows);
    after = page.next;
  } while (after);
  return found;
}
