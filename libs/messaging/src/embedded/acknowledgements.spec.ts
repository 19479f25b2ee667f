import { DatabaseSync } from '@photostructure/sqlite';
import { openDurable } from '@roadbook/sqlite';
import { until } from '../contract/fixtures.js';
import { provisioned } from '../topic.js';
import { Acknowledgements } from './acknowledgements.js';
import { Positions } from './positions.js';
import { format } from './schema.js';
import { temporaryFolder } from './temporary-folder.fixture.js';
import { provisionIn } from './topics.js';

describe('acknowledgements', () => {
  const folder = temporaryFolder();
  const path = folder.file('messages.db');
  const db = openDurable(path, format);
  const topics = provisionIn(db, provisioned([{ name: 'orders', summary: 'Orders' }]), path);
  const failures: unknown[] = [];
  const place = (partition: number) => ({
    ...{ consumer: 'warehouse', topic: topics.get('orders') },
    partition,
  });
  const positions = new Positions(db);
  const kept = (partition: number) => positions.get(place(partition));
  afterAll(() => {
    db.close();
    folder.remove();
  });

  it('are written together, and never move a consumer back', async () => {
    const acknowledgements = new Acknowledgements(db, (error) => failures.push(error));
    acknowledgements.keep(place(0), 3);
    acknowledgements.keep(place(0), 4);
    acknowledgements.keep(place(1), 7);
    expect([kept(0), kept(1)]).toStrictEqual([0, 0]);
    await until(() => kept(1) === 7);
    expect(kept(0)).toBe(4);
    acknowledgements.keep(place(0), 2);
    acknowledgements.flush();
    expect(kept(0)).toBe(4);
  });

  it('are tried again while another program holds the file', async () => {
    const acknowledgements = new Acknowledgements(db, (error) => failures.push(error));
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    acknowledgements.keep(place(2), 5);
    acknowledgements.flush();
    expect(failures).toHaveLength(1);
    other.exec('ROLLBACK');
    other.close();
    acknowledgements.keep(place(3), 6);
    await until(() => kept(3) === 6);
    expect(kept(2)).toBe(5);
  });

  it('are given up when the file is let go of and can not be written', () => {
    const acknowledgements = new Acknowledgements(db, (error) => failures.push(error));
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    acknowledgements.keep(place(4), 5);
    acknowledgements.close();
    other.exec('ROLLBACK');
    other.close();
    acknowledgements.flush();
    expect(kept(4)).toBe(0);
  });
});
