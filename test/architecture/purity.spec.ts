import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint, Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { purity } from '../../eslint.purity.js';
import { fixtures, root } from './tree.js';

const linter = new Linter();
const folder = 'apps/release/src/domain';
const read = (file: string) =>
  readFileSync(join(root, fixtures, 'domain-is-pure', folder, file), 'utf8');

/** The lines that the rule reports, where the text stands at `path`. */
const reported = (text: string, path: string) => [
  ...new Set(
    linter
      .verify(text, [{ files: ['**/*.ts'], languageOptions: { parser } }, purity], path)
      .map(({ line }) => line),
  ),
];

describe('the purity of domains', () => {
  it('is broken by every line of the impure fixture', () => {
    const text = read('impure.ts');
    const lines = text.trimEnd().split('\n');
    expect(reported(text, `${folder}/impure.ts`)).toStrictEqual(lines.map((_, index) => index + 1));
  });

  it('is kept by calculations', () => {
    expect(reported(read('pure.ts'), `${folder}/pure.ts`)).toStrictEqual([]);
  });

  it('is asked of domains and of the kernel only', () => {
    const text = read('impure.ts');
    expect(reported(text, 'libs/decider/src/impure.ts')).not.toStrictEqual([]);
    expect(reported(text, 'apps/release/src/api/impure.ts')).toStrictEqual([]);
  });

  it('is part of npm run lint', async () => {
    const { rules } = await new ESLint({ cwd: root }).calculateConfigForFile(
      `${folder}/release.ts`,
    );
    expect(rules).toMatchObject(
      Object.fromEntries(Object.keys(purity.rules ?? {}).map((rule) => [rule, expect.anything()])),
    );
  });
});
