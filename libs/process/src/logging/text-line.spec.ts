import { textLine } from './text-line.js';

const time = '2026-01-01T12:03:11.123Z';

describe('a line for people', () => {
  it('is short: time, level, context, message and fields', () => {
    expect(textLine('warn', time, { context: 'Service', message: 'slow', ms: 12 }, false)).toBe(
      '12:03:11 WARN  [Service] slow {"ms":12}\n',
    );
  });

  it('is followed by the stack of an error', () => {
    const error = { name: 'Error', message: 'broken', stack: 'Error: broken\n    at x' };
    expect(textLine('error', time, { message: 'broken', error }, false)).toBe(
      '12:03:11 ERROR broken\nError: broken\n    at x\n',
    );
  });

  it('is coloured by its level where colours are seen', () => {
    expect(textLine('error', time, { message: 'x' }, true)).toBe(
      '12:03:11 \u001b[31mERROR\u001b[39m x\n',
    );
  });
});
