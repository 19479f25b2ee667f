import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredEvent } from '@roadbook/event-store';
import { ProjectionFailed } from '../errors.js';
import type { RowChange } from '../row-store.js';
import { accounts } from '../sample/accounts.fixture.js';
import { Generation } from './generation.js';
import { temporaryFolders } from './temporary-folder.fixture.js';

const folderOf = temporaryFolders();

const event = (position: number): StoredEvent => ({
  id: `event-${String(position)}`,
  type: 'Deposited',
  schemaVersion: 1,
  data: {},
  stream: 'account-a',
  revision: position,
  position,
  hash: 'abc',
  recordedAt: '2026-03-01T08:00:00.000Z',
  actor: 'somebody',
  role: 'client',
  commandId: 'command',
  correlationId: 'correlation',
});

const change = (key: string, position: number, balance: number): RowChange => ({
  projection: accounts,
  key,
  json: JSON.stringify({ account: key, owner: 'ana', balance, note: null }),
  columns: ['ana', balance, null],
  event: event(position),
});

function built(file = join(folderOf(), 'rows.db')): {
  generation: Generation;
  reopened: () => Generation;
} {
  const generation = Generation.build(file, [accounts]);
  generation.finish();
  const reopened = () => {
    generation.close();
    return Generation.open(file, [accounts])!;
  };
  return { generation, reopened };
}

describe('a generation', () => {
  it('keeps rows and how far they have come', () => {
    const { generation, reopened } = built();
    generation.save([change('a', 4, 10)], event(4));
    const again = reopened();
    expect(again.reached).toStrictEqual({
      position: 4,
      stream: 'account-a',
      revision: 4,
      hash: 'abc',
    });
    expect(again.read(accounts, 'a')).toBe(change('a', 4, 10).json);
    again.close();
  });

  it('keeps neither rows nor position of a save that was interrupted', () => {
    const { generation, reopened } = built();
    generation.save([change('a', 0, 1)], event(0));
    const interrupted = function* () {
      yield change('a', 1, 2);
      yield change('b', 1, 2);
      throw new Error('interrupted');
    };
    expect(() => {
      generation.save(interrupted(), event(1));
    }).toThrow('interrupted');
    expect(generation.reached.position).toBe(0);
    const again = reopened();
    expect(again.reached.position).toBe(0);
    expect(again.read(accounts, 'a')).toBe(change('a', 0, 1).json);
    expect(again.read(accounts, 'b')).toBeUndefined();
    again.close();
  });

  it('removes a row that has no text any more', () => {
    const { generation } = built();
    generation.save([change('a', 0, 1)], event(0));
    generation.save([{ ...change('a', 1, 1), json: undefined, columns: [] }], event(1));
    expect(generation.read(accounts, 'a')).toBeUndefined();
    generation.close();
  });

  it('merges its log into the file when that has grown, not with every few saves', () => {
    const file = join(folderOf(), 'rows.db');
    const served = built(file).reopened();
    const emptyBytes = statSync(file).size;
    const saveMegabytes = (count: number) => {
      for (let saved = 0; saved < count; saved++) {
        const position = served.reached.position + 1;
        const json = JSON.stringify({ note: 'n'.repeat(1024 * 1024) });
        served.save([{ ...change(`account ${position}`, position, 1), json }], event(position));
      }
    };
    saveMegabytes(8);
    expect(statSync(file).size).toBe(emptyBytes);
    saveMegabytes(9);
    expect(statSync(file).size).toBeGreaterThan(16 * 1024 * 1024);
    served.close();
  });

  it('refuses to go on from where somebody else has gone on, and knows where that is', () => {
    const { generation, reopened } = built();
    const other = reopened();
    const mine = reopened();
    other.save([], event(3));
    expect(() => {
      mine.save([change('a', 1, 1)], event(1));
    }).toThrow('another process moved the read model from position -1 to 3');
    expect(mine.reached.position).toBe(3);
    expect(mine.read(accounts, 'a')).toBeUndefined();
    for (const one of [generation, other, mine]) one.close();
  });

  it.each<[string, RowChange['columns']]>([
    ['a fraction where a whole number is declared', ['ana', 1.5, null]],
    ['nothing where something is declared', [null, 1, null]],
    ['what SQLite cannot store', [undefined as never, 1, null]],
  ])('names projection and event when a column has %s', (_, columns) => {
    const { generation } = built();
    expect(() => {
      generation.save([{ ...change('a', 0, 1), columns }], event(0));
    }).toThrow(ProjectionFailed);
    expect(generation.reached.position).toBe(-1);
    generation.close();
  });
});
