import { layout, Markdown } from '@roadbook/documents';
import { happening } from './composed.js';
import type { Composed } from './composed.js';

const told = { project: 'shop', event: 'event-1', actor: 'ana', role: 'cio' } as const;
const composed: Composed = {
  ...{ type: 'decision', visibility: 'both', decay: 'long', title: 'title' },
  ...{ context: 'context', content: layout`content`, outcome: 'outcome', impact: 'impact' },
};

describe('what a happening says', () => {
  it('is cut where it is longer than an entry can be', () => {
    const long = 'x'.repeat(10_000);
    const { contents } = happening('h', told, { ...composed, title: long, context: long });
    expect([contents.title.length, contents.context.length]).toStrictEqual([300, 5_000]);
    expect(contents.title.endsWith('x…')).toBe(true);
    const roads = happening('h', told, { ...composed, title: '🛣'.repeat(300) });
    expect(roads.contents.title).toBe('🛣'.repeat(300));
  });

  it('is cut between two lines of its content, and says so', () => {
    const line = `| ${'é'.repeat(500)} |`;
    const content = new Markdown(Array.from({ length: 300 }, () => line).join('\n'));
    const { contents } = happening('h', told, { ...composed, content });
    const lines = contents.content.split('\n');
    expect(lines.slice(0, -2).every((one) => one === line)).toBe(true);
    expect(lines.at(-1)).toBe(
      `*${300 - (lines.length - 2)} more lines stand in the documents of the release.*`,
    );
    expect(Buffer.byteLength(contents.content)).toBeLessThan(180_200);
  });
});
