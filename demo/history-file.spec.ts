import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHistory } from './history-file.js';

describe('a history file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roadbook-history-'));
  const file = join(folder, 'The Shop.ndjson');
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const line = (more: object = {}): string =>
    JSON.stringify({
      ...{ version: '1.0.0', date: '2026-02-02', commit: 'c0ffee1' },
      tickets: [{ id: 'SHOP-1', title: 'Pay by card', type: 'feature' }],
      ...more,
    });
  const read = (...lines: (string | Buffer)[]) => {
    writeFileSync(
      file,
      Buffer.concat(lines.flatMap((one) => [Buffer.from(one), Buffer.from('\n')])),
    );
    return readHistory(file);
  };
  const first = {
    ...{ version: '1.0.0', kind: 'standard', commit: 'c0ffee1', migrationNotes: [] },
    tickets: [{ id: 'SHOP-1', title: 'Pay by card', type: 'feature' }],
    occurredAt: '2026-02-02T00:00:00.000Z',
  };

  it('has a release on each line, and gives the project its name', () => {
    const { releases, project } = read(line(), '', line({ version: '1.1.0' }));
    expect(releases).toStrictEqual([first, { ...first, version: '1.1.0' }]);
    expect(project).toBe('the-shop');
  });

  it('may begin with a byte order mark, and end its lines as Windows does', () => {
    expect(read(`\uFEFF${line()}\r`).releases).toStrictEqual([first]);
  });

  it.each<[string, object]>([
    ['"date" is no date', { date: 'soon' }],
    ['"commit" is a text that is not empty, or left out', { commit: '' }],
    ['"upgradeNotes" is a list of texts, or left out', { upgradeNotes: null }],
    ['"upgradeNotes" is a list of texts, or left out', { upgradeNotes: 'run the migration' }],
    ['"tickets" is empty; a release has at least one', { tickets: [] }],
    ['a ticket is {"id", "title", "type"}, each a text', { tickets: [{ id: 'SHOP-1' }] }],
    ['a line is {"version", "date", "tickets": [{"id", "title", "type"}]}', { version: 1 }],
  ])('is refused with the line: %s', (sentence, more) => {
    expect(() => read(line(), line({ version: '1.1.0', ...more }))).toThrow(
      `${file}, line 2: ${sentence}`,
    );
  });

  it('is refused with the line where that is no JSON, or not UTF-8', () => {
    expect(() => read(line(), '{')).toThrow(`${file}, line 2: this is no JSON`);
    expect(() => read(line(), Buffer.from([0x22, 0xff, 0x22]))).toThrow(
      `${file}, line 2: this is not UTF-8`,
    );
  });

  it('names a version once', () => {
    expect(() => read(line(), line({ version: '1.1.0' }), line())).toThrow(
      `${file}, line 3: 1.0.0 stands in line 1 already`,
    );
  });

  it('has to be there', () => {
    const missing = join(folder, 'nothing.ndjson');
    expect(() => readHistory(missing)).toThrow(`${missing}: there is no such file`);
  });
});
