import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { copyAtOnce } from './copy-at-once.js';
import { temporaryFolder } from './temporary-folder.fixture.js';

const schema = 'PRAGMA journal_mode = WAL; CREATE TABLE counted (number INTEGER) STRICT';

/** Counts in the first file, tells the second, and only then writes the number to the third: without end, in a process of its own. */
const teller = `
  const { DatabaseSync } = require('@photostructure/sqlite');
  const inserts = process.argv.slice(1).map((path) => {
    const db = new DatabaseSync(path, { timeout: 5000 });
    db.exec('PRAGMA synchronous = OFF');
    return db.prepare('INSERT INTO counted VALUES (?)');
  });
  for (let number = 1; ; number++) {
    for (const insert of inserts) insert.run(number);
    if (number === 1) require('node:fs').writeSync(1, 'counting');
  }
`;

describe('copies of databases', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => {
    folder.remove();
  });

  function made(name: string): string {
    const path = folder.file(name);
    const db = new DatabaseSync(path);
    db.exec(schema);
    db.close();
    return path;
  }
  function countIn(path: string): number {
    const db = new DatabaseSync(path, { readOnly: true });
    const { counted } = db.prepare('SELECT count(*) AS counted FROM counted').get() as {
      counted: number;
    };
    db.close();
    return counted;
  }

  it('are of the moment in which they were begun, whatever is written afterwards', async () => {
    const from = made('one.db');
    const writer = new DatabaseSync(from);
    writer.exec('INSERT INTO counted VALUES (1)');
    const copying = copyAtOnce([{ from, to: folder.file('copy.db') }]);
    writer.exec('INSERT INTO counted VALUES (2)');
    await copying;
    expect(countIn(folder.file('copy.db'))).toBe(1);
    expect(countIn(from)).toBe(2);
    writer.close();
  });

  it('know nothing that another lacks, where they learn of each other through the one that is held', async () => {
    const [first, told, last] = ['first.db', 'told.db', 'last.db'].map(made) as [
      string,
      string,
      string,
    ];
    const counting = spawn(process.execPath, ['-e', teller, first, told, last], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(counting.stdout, 'data');
    try {
      for (let time = 0; time < 20; time++) {
        const to = (path: string) => `${path}.${String(time)}`;
        await copyAtOnce(
          [told, first, last].map((from) => ({ from, to: to(from) })),
          told,
        );
        expect(countIn(to(last))).toBeLessThanOrEqual(countIn(to(first)));
        expect(countIn(to(told))).toBeLessThanOrEqual(countIn(to(first)));
      }
    } finally {
      counting.kill('SIGKILL');
      await once(counting, 'exit');
    }
  });

  it('are refused by a sentence where one is no database, can not be held, or can not be written', async () => {
    const from = made('one.db');
    const to = folder.file('copy.db');
    const text = folder.file('text.db');
    writeFileSync(text, 'something else, and long enough to be taken for the beginning of a file');
    await expect(
      copyAtOnce([
        { from, to },
        { from: text, to: folder.file('other.db') },
      ]),
    ).rejects.toThrow(`${text} can't be copied: it failed: file is not a database`);
    await expect(copyAtOnce([{ from, to }], text)).rejects.toThrow(`${text} can't be copied`);
    expect(existsSync(to)).toBe(false);
    await expect(copyAtOnce([{ from, to: folder.file('nowhere/copy.db') }])).rejects.toThrow(
      `${from} can't be copied: it failed: unable to open database file`,
    );
  });
});
