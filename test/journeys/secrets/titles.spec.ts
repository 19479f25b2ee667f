import { readFileSync } from 'node:fs';
import { findSecret } from '@roadbook/secret-shapes';

/**
 * Real titles raise no false alarm. They are the history of another project and no part of this one, so that whoever has such a file names
 * it, one release a line as `npm run demo -- --history` takes it: `ROADBOOK_HISTORY=releases.ndjson npm test -- test/journeys/secrets/titles`.
 */
const file = process.env.ROADBOOK_HISTORY;
const withHistory = file === undefined ? it.skip : it;

interface Release {
  readonly tickets: readonly { readonly title: string }[];
  readonly upgradeNotes?: readonly string[];
}

describe('the titles of a real history (named by ROADBOOK_HISTORY; skipped without it)', () => {
  withHistory('raise no false alarm', () => {
    const releases = readFileSync(file ?? '', 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Release);
    const texts = releases.flatMap(({ tickets, upgradeNotes = [] }) => [
      ...tickets.map(({ title }) => title),
      ...upgradeNotes,
    ]);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((text) => findSecret(text) !== undefined)).toStrictEqual([]);
  });
});
