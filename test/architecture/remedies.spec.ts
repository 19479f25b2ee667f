import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, root } from './tree.js';

const document = readFileSync(join(root, 'docs/remedies.md'), 'utf8');
const rows = document.split('\n').filter((line) => /^\| (?!trap|---)/.test(line));
const files = filesOf(root);
const tested = files
  .filter((file) => file.endsWith('.spec.ts') || file.includes('/contract/'))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

/** Names in italics, up to where they are cut off. */
const specsIn = (text: string): string[] =>
  Array.from(text.matchAll(/\*([^*]+?)(?: …)?\*/g), ([, name = '']) => name);

const pathsIn = (text: string): string[] =>
  Array.from(text.matchAll(/`([\w./-]+\.ts)`/g), ([, path = '']) => path);

describe('the table of remedies', () => {
  it('names specs that there are, at least one for each remedy', () => {
    const cells = rows.map((row) => row.split(' | ').at(-1) ?? '');
    expect(cells.length).toBeGreaterThan(50);
    expect(cells.filter((cell) => specsIn(cell).length === 0)).toStrictEqual([]);
    const missing = cells.flatMap(specsIn).filter((name) => !tested.includes(name));
    expect(missing).toStrictEqual([]);
  });

  it('names files that there are', () => {
    const named = rows.flatMap(pathsIn);
    const missing = named.filter((path) => !files.some((file) => `/${file}`.endsWith(`/${path}`)));
    expect(missing).toStrictEqual([]);
  });
});
