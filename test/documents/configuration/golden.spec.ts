import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { visible } from '@roadbook/documents';
import * as orders from '../../../apps/environment/src/domain/environments/orders.fixture.js';
import type { Rendered } from '../documents.js';
import { hostile as hostileTexts } from '../wording.js';
import { Story, usual } from './story.js';
import type { Wording } from './story.js';

const folder = join(import.meta.dirname, 'golden');
const everywhere = ['dev', 'qa', 'staging', 'production'] as const;

const hostile: Wording = {
  what: hostileTexts.feature,
  reason: hostileTexts.reason,
  risk: hostileTexts.migration,
  value: hostileTexts.description,
  other: '*not set* | *secret 9f86d081* | `x`',
  why: hostileTexts.migrationNote,
};

/** Proposed in an environment alone, where it leaves drift. */
const open = (words = usual) => {
  const story = new Story(words).observed();
  return story.propose(story.changes(['staging']));
};

const rescoped = () =>
  new Story().observed().propose({
    environments: everywhere,
    settings: [{ setting: 'payment.timeout', environments: everywhere, scope: 'environment' }],
  });

const complete = (words = usual) => {
  const story = new Story(words).observed();
  const window = { start: '2026-11-23T09:00:00.000Z', end: '2026-11-23T17:00:00.000Z' };
  return story
    .propose(story.changes(everywhere))
    .agree()
    .arrive('dev')
    .arrive('qa')
    .arrive('staging')
    .do(orders.requestAuthorization())
    .do(orders.authorize())
    .do(orders.proposeWindow(window))
    .do(orders.confirmWindow(window))
    .arrive('production');
};

const failed = (words = usual) => {
  const story = new Story(words).observed();
  return story
    .propose(story.changes(everywhere))
    .agree()
    .arrive('dev')
    .do(orders.apply('qa'))
    .do(orders.reportApplication('qa', 'failed'));
};

const reverted = (words = usual) =>
  failed(words)
    .do(orders.revert(words.why))
    .do(orders.reportReversal('qa'))
    .do(orders.reportReversal('dev'));

const withdrawn = (words = usual) => failed(words).do(orders.withdraw(words.why));

const documents: Record<string, () => Story> = {
  open: () => open(),
  rescoped: () => rescoped(),
  complete: () => complete(),
  failed: () => failed(),
  reverted: () => reverted(),
  withdrawn: () => withdrawn(),
  hostile: () => reverted(hostile),
};

/** Compares byte by byte; with UPDATE_GOLDEN=1 it writes the file instead, to be read before it is committed. */
function expectGolden(file: string, text: string): void {
  const path = join(folder, file);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
}

describe('the environment configuration diff', () => {
  it.each(Object.entries(documents))('reads as %s', (name, story) => {
    const { markdown, json } = story().rendered();
    expectGolden(`${name}.md`, markdown);
    expectGolden(`${name}.json`, `${JSON.stringify(json, null, 2)}\n`);
  });

  it('leaves no golden file that nothing renders', () => {
    const expected = Object.keys(documents).flatMap((name) => [`${name}.json`, `${name}.md`]);
    expect(readdirSync(folder).sort()).toStrictEqual(expected.sort());
  });

  const page = ({ markdown }: Rendered) =>
    micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  const html = (text: string): string =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

  it.each(Object.entries(hostile))('shows text from outside as it is, as its %s', (field, text) => {
    const words = (said: string): Wording => ({ ...usual, [field]: said });
    const blank = page(reverted(words('OUTSIDETEXT')).rendered());
    expect(blank).toContain('OUTSIDETEXT');
    expect(page(reverted(words(text)).rendered())).toBe(
      blank.replaceAll('OUTSIDETEXT', () => html(visible(text))),
    );
  });
});
